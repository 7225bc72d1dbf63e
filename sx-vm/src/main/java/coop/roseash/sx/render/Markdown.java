package coop.roseash.sx.render;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import coop.roseash.sx.value.SxException;

/// The common part of Markdown as HTML: headings, paragraphs, lists, quotes, code, emphasis, links. All text is escaped.
public final class Markdown {
    /// No part may hold what begins another of its kind, so that text full of beginnings is not searched again and again.
    private static final Pattern INLINE = Pattern.compile(
            "`([^`\\n]{1,500})`|\\*\\*([^*\\n]{1,500})\\*\\*|\\*([^*\\n]{1,500})\\*|\\[([^\\[\\]\\n]{1,500})]\\(([^()\\s]{1,2000})\\)");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,9}\\. .*");
    /// What is longer is no text that a person wrote, and is cut.
    private static final int LONGEST_LINE = 20_000;
    private final StringBuilder out = new StringBuilder();
    private final IntConsumer progress;
    private String block = "";

    private Markdown(IntConsumer progress) {
        this.progress = progress;
    }

    /// @param progress told now and then how long the HTML is so far, so that a meter may stop it
    public static String html(String text, IntConsumer progress) {
        Markdown markdown = new Markdown(progress);
        text.lines().forEach(markdown::lines);
        markdown.open("");
        return markdown.out.toString();
    }

    private void lines(String line) {
        for (int from = 0; from == 0 || from < line.length(); from += LONGEST_LINE) {
            progress.accept(out.length());
            line(line.substring(from, Math.min(line.length(), from + LONGEST_LINE)));
        }
    }

    private void line(String line) {
        String text = line.strip();
        if (block.equals("pre")) {
            if (text.startsWith("```")) {
                open("");
            } else {
                out.append(Html.escape(line)).append('\n');
            }
        } else if (text.startsWith("```")) {
            open("pre");
        } else if (text.isEmpty()) {
            open("");
        } else {
            styled(text);
        }
    }

    private void styled(String text) {
        int level = (int) text.chars().takeWhile(c -> c == '#').count();
        if (level >= 1 && level <= 6 && text.startsWith(" ", level)) {
            open("");
            out.append("<h")
                .append(level)
                .append('>')
                .append(inline(text.substring(level + 1)))
                .append("</h")
                .append(level)
                .append('>');
        } else if (text.startsWith("- ") || text.startsWith("* ")) {
            open("ul");
            out.append("<li>").append(inline(text.substring(2))).append("</li>");
        } else if (NUMBERED.matcher(text).matches()) {
            open("ol");
            out.append("<li>").append(inline(text.substring(text.indexOf(' ') + 1))).append("</li>");
        } else if (text.startsWith("> ")) {
            paragraph("blockquote", text.substring(2));
        } else {
            paragraph("p", text);
        }
    }

    private void paragraph(String tag, String text) {
        if (block.equals(tag)) {
            out.append(' ');
        }
        open(tag);
        out.append(inline(text));
    }

    private void open(String tag) {
        if (!block.equals(tag)) {
            out.append(block.isEmpty() ? "" : "</" + block + ">").append(tag.isEmpty() ? "" : "<" + tag + ">");
            block = tag;
        }
    }

    private static String inline(String text) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            html.append(Html.escape(text.substring(at, matcher.start()))).append(span(matcher));
            at = matcher.end();
        }
        return html.append(Html.escape(text.substring(at))).toString();
    }

    private static String span(Matcher matcher) {
        if (matcher.group(1) != null) {
            return "<code>" + Html.escape(matcher.group(1)) + "</code>";
        }
        if (matcher.group(2) != null) {
            return "<strong>" + Html.escape(matcher.group(2)) + "</strong>";
        }
        if (matcher.group(3) != null) {
            return "<em>" + Html.escape(matcher.group(3)) + "</em>";
        }
        try {
            StringBuilder start = new StringBuilder("<a");
            new Attributes(false, _ -> {
            }).write("a", "href", matcher.group(5), start);
            return start.append('>').append(Html.escape(matcher.group(4))).append("</a>").toString();
        } catch (SxException _) {
            return Html.escape(matcher.group());
        }
    }
}
