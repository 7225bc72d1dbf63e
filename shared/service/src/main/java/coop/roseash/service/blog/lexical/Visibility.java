package coop.roseash.service.blog.lexical;

/// Who may see a card on the web: the present shape of `visibility`, and its two older ones.
final class Visibility {
    private static final String ALL = "status:free,status:-free";

    private Visibility() {}

    /// Wraps a restricted card so that each reader's copy can be cut out of the stored HTML.
    static String gate(String html, Fields card) {
        Fields visibility = card.object("visibility");
        if (!visibility.node().isObject()) {
            return html;
        }
        boolean nonMember;
        String segment;
        if (isOld(visibility)) {
            nonMember = !visibility.node().path("emailOnly").isMissingNode()
                    && !visibility.node().path("emailOnly").isNull()
                            ? !visibility.flag("emailOnly", false)
                            : visibility.flag("showOnWeb", true);
            segment = nonMember ? ALL : "";
        } else {
            Fields web = visibility.object("web");
            nonMember = web.flag("nonMember", true);
            segment = web.text("memberSegment");
        }
        return gate(html, nonMember, segment);
    }

    static String gateForMembers(String html) {
        return gate(html, false, ALL);
    }

    private static String gate(String html, boolean nonMember, String segment) {
        if (!nonMember && segment.isEmpty()) {
            return "";
        }
        if (nonMember && ALL.equals(segment)) {
            return html;
        }
        return "\n<!--kg-gated-block:begin nonMember:" + nonMember + " memberSegment:\"" + segment.replace("--", "")
            .replace(">", "") + "\" -->" + html + "<!--kg-gated-block:end-->\n";
    }

    private static boolean isOld(Fields visibility) {
        Fields web = visibility.object("web");
        return web.node().path("nonMember").isMissingNode() || isAbsent(web, "memberSegment")
                || isAbsent(visibility.object("email"), "memberSegment");
    }

    private static boolean isAbsent(Fields fields, String name) {
        return fields.node().path(name).isMissingNode() || fields.node().path(name).isNull();
    }
}
