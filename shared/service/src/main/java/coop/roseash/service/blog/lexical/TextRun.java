package coop.roseash.service.blog.lexical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// A row of text, line breaks and links, whose formats open and close in the right order.
///
/// The format that lives longest opens outermost; all close before a link.
final class TextRun {
    private static final Set<String> TEXTS = Set.of("text", "extended-text", "tab", "tk", "zwnj", "hashtag");
    private static final Set<String> LINKS = Set.of("link", "autolink");

    private enum Format {
        STRONG, EM, S, U, CODE, SUB, SUP, MARK;

        boolean in(long bits) {
            return (bits & (1L << ordinal())) != 0;
        }
    }

    private final List<Fields> nodes;
    private final Function<Fields, String> link;
    private final StringBuilder html = new StringBuilder();
    private final Deque<Format> open = new ArrayDeque<>();

    private TextRun(List<Fields> nodes, Function<Fields, String> link) {
        this.nodes = nodes;
        this.link = link;
    }

    static boolean takes(Fields node) {
        return isText(node) || isLink(node) || "linebreak".equals(node.type());
    }

    static boolean isText(Fields node) {
        return TEXTS.contains(node.type());
    }

    static boolean isLink(Fields node) {
        return LINKS.contains(node.type());
    }

    static String textOf(Fields node) {
        return "zwnj".equals(node.type()) ? "" : node.text("text");
    }

    static String render(List<Fields> nodes, Function<Fields, String> link) {
        return new TextRun(nodes, link).render();
    }

    private String render() {
        for (int i = 0; i < nodes.size(); i++) {
            Fields node = nodes.get(i);
            if (isLink(node)) {
                html.append(link.apply(node));
            } else if (isText(node)) {
                openFor(i);
                html.append(Html.text(textOf(node)));
                closeUnless(nextFormats(i));
            } else {
                html.append("<br>");
            }
        }
        return html.toString();
    }

    private void openFor(int index) {
        long bits = formats(nodes.get(index));
        List<Format> toOpen = new ArrayList<>();
        for (Format format : Format.values()) {
            if (format.in(bits) && !open.contains(format)) {
                toOpen.add(format);
            }
        }
        toOpen.sort(Comparator.comparingInt((Format format) -> -life(format, index)));
        for (Format format : toOpen) {
            html.append('<').append(tag(format)).append('>');
            open.push(format);
        }
    }

    /// Closes from the inside until only formats that go on are open.
    private void closeUnless(long bits) {
        while (open.stream().anyMatch(format -> !format.in(bits))) {
            html.append("</").append(tag(open.pop())).append('>');
        }
    }

    /// How many pieces of text on from here keep the format.
    private int life(Format format, int from) {
        int life = 0;
        for (int i = from; i < nodes.size(); i++) {
            Fields node = nodes.get(i);
            if (isLink(node) || isText(node) && !format.in(formats(node))) {
                return life;
            }
            life++;
        }
        return life;
    }

    /// What the next text or link wants; nothing where a link or the end comes.
    private long nextFormats(int index) {
        Fields next = nextSpoken(index);
        return next == null || isLink(next) ? 0 : formats(next);
    }

    private @Nullable Fields nextSpoken(int index) {
        for (int i = index + 1; i < nodes.size(); i++) {
            if (isText(nodes.get(i)) || isLink(nodes.get(i))) {
                return nodes.get(i);
            }
        }
        return null;
    }

    private static long formats(Fields text) {
        return (long) text.number("format");
    }

    private static String tag(Format format) {
        return format.name().toLowerCase(java.util.Locale.ROOT);
    }
}
