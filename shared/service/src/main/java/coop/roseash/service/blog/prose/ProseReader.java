package coop.roseash.service.blog.prose;

import java.util.List;
import java.util.Map;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

import com.fasterxml.jackson.databind.node.ArrayNode;

/// Reads Markdown into Lexical blocks.
final class ProseReader {
    private static final Parser PARSER = Parser.builder().build();
    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int CODE = 16;

    private final ArrayNode blocks;

    private ProseReader(ArrayNode blocks) {
        this.blocks = blocks;
    }

    static void read(String markdown, ArrayNode into) {
        new ProseReader(into).blocks(PARSER.parse(markdown));
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> blocks.add(Blocks.element("extended-heading", inline(heading))
                .put("tag", "h" + heading.getLevel()));
            case Paragraph paragraph when paragraph.getFirstChild() instanceof Image image && image.getNext() == null ->
                blocks.add(image(image));
            case Paragraph paragraph -> blocks.add(Blocks.element("paragraph", inline(paragraph)));
            case BlockQuote quote -> blocks.add(Blocks.element("extended-quote", quoted(quote)));
            case ListBlock list -> blocks.add(list(list));
            case FencedCodeBlock code -> blocks.add(code(code.getLiteral(), code.getInfo()));
            case IndentedCodeBlock code -> blocks.add(code(code.getLiteral(), ""));
            case HtmlBlock html -> blocks.add(Blocks.card("html", Map.of("html", html.getLiteral())));
            case ThematicBreak rule -> blocks.add(Blocks.card("horizontalrule", Map.of()));
            default -> blocks(node);
        }
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode image(Image image) {
        ArrayNode alt = inline(image);
        StringBuilder words = new StringBuilder();
        alt.forEach(part -> words.append(part.path("text").asText()));
        return Blocks.card("image", Map.of("src", image.getDestination(), "alt", words.toString(), "title",
                image.getTitle() == null ? "" : image.getTitle(), "caption", "", "cardWidth", "regular"));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode code(String literal, String info) {
        String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        return Blocks.card("codeblock", Map.of("code", code, "language", info == null ? "" : info, "caption", ""));
    }

    /// Paragraphs of a quote are told apart by two line breaks, as Ghost does.
    private static ArrayNode quoted(BlockQuote quote) {
        ArrayNode row = Blocks.array();
        for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
            if (!row.isEmpty()) {
                row.add(Blocks.lineBreak()).add(Blocks.lineBreak());
            }
            row.addAll(inline(node));
        }
        return row;
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode list(ListBlock list) {
        ArrayNode items = Blocks.array();
        int value = 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            ArrayNode words = Blocks.array();
            List<ListBlock> nested = new java.util.ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock inner) {
                    nested.add(inner);
                } else {
                    if (!words.isEmpty()) {
                        words.add(Blocks.lineBreak());
                    }
                    words.addAll(inline(part));
                }
            }
            items.add(Blocks.element("listitem", words).put("value", value++));
            for (ListBlock inner : nested) {
                items.add(Blocks.element("listitem", Blocks.array().add(list(inner))).put("value", value));
            }
        }
        return switch (list) {
            case OrderedList ordered -> Blocks.list(true,
                    ordered.getMarkerStartNumber() == null ? 1 : ordered.getMarkerStartNumber(), items);
            case BulletList bullets -> Blocks.list(false, 1, items);
            default -> Blocks.list(false, 1, items);
        };
    }

    private static ArrayNode inline(Node parent) {
        ArrayNode row = Blocks.array();
        inline(parent, 0, row);
        return row;
    }

    private static void inline(Node parent, int format, ArrayNode row) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(row, text.getLiteral(), format);
                case Code code -> add(row, code.getLiteral(), format | CODE);
                case StrongEmphasis strong -> inline(strong, format | BOLD, row);
                case Emphasis emphasis -> inline(emphasis, format | ITALIC, row);
                case SoftLineBreak soft -> row.add(Blocks.lineBreak());
                case HardLineBreak hard -> row.add(Blocks.lineBreak());
                case HtmlInline html -> add(row, html.getLiteral(), format);
                case Link link -> {
                    ArrayNode words = Blocks.array();
                    inline(link, format, words);
                    row.add(Blocks.link(link.getDestination(), words));
                }
                default -> inline(node, format, row);
            }
        }
    }

    private static void add(ArrayNode row, String text, int format) {
        if (!row.isEmpty() && row.get(row.size() - 1) instanceof com.fasterxml.jackson.databind.node.ObjectNode last
                && Blocks.isText(last) && last.path("format").asInt() == format) {
            last.put("text", last.path("text").asText() + text);
        } else if (!text.isEmpty()) {
            row.add(Blocks.text(text, format));
        }
    }
}
