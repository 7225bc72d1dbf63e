package coop.roseash.service.blog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Reader;

/// Cuts out of a post's HTML what a reader may not see, before it leaves the server.
record Gate(String html, boolean withheld) {
    private static final String MEMBERS_ONLY = "<!--members-only-->";
    private static final Pattern BLOCK = Pattern.compile("<!--kg-gated-block:begin nonMember:(true|false) "
            + "memberSegment:\"([^\"]*)\" -->(.*?)<!--kg-gated-block:end-->", Pattern.DOTALL);

    static Gate of(String html, Access access, Reader reader) {
        String cut = withoutOthersBlocks(html, reader);
        if (access.allows(reader)) {
            return new Gate(cut.replace(MEMBERS_ONLY, ""), false);
        }
        int mark = cut.indexOf(MEMBERS_ONLY);
        return new Gate(mark < 0 ? "" : cut.substring(0, mark), true);
    }

    private static String withoutOthersBlocks(String html, Reader reader) {
        return BLOCK.matcher(html)
            .replaceAll(block -> Matcher.quoteReplacement(isFor(reader, block.group(1), block.group(2))
                    ? block.group(3)
                    : ""));
    }

    private static boolean isFor(Reader reader, String nonMember, String segment) {
        return switch (reader) {
            case GUEST -> Boolean.parseBoolean(nonMember);
            case MEMBER -> List.of(segment.split(",")).contains("status:free");
            case STAFF -> true;
        };
    }
}
