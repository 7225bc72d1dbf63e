package coop.roseash.service.blog.lexical;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpans;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/// Renders Markdown cards: CommonMark with tables, links, line breaks kept, `~~s~~ ==mark== ~sub~ ^sup^`.
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder()
        .extensions(EXTENSIONS)
        .customDelimiterProcessor(new Marks('~'))
        .customDelimiterProcessor(new Marks('='))
        .customDelimiterProcessor(new Marks('^'))
        .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .softbreak("<br>\n")
        .nodeRendererFactory(MarkedRenderer::new)
        .attributeProviderFactory(context -> Markdown::attributes)
        .build();

    private Markdown() {}

    static String render(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", HeadingIds.idOf(textOf(node)));
        } else if (node instanceof Image) {
            attributes.put("loading", "lazy");
        } else if (node instanceof TableCell && attributes.containsKey("align")) {
            attributes.put("style", "text-align:" + attributes.remove("align"));
        }
    }

    private static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    private static final class Marked extends CustomNode {
        private final String tag;

        private Marked(String tag) {
            this.tag = tag;
        }
    }

    private record Marks(char character) implements DelimiterProcessor {
        @Override
        public char getOpeningCharacter() {
            return character;
        }

        @Override
        public char getClosingCharacter() {
            return character;
        }

        @Override
        public int getMinLength() {
            return character == '=' ? 2 : 1;
        }

        @Override
        public int process(DelimiterRun opening, DelimiterRun closing) {
            int length = Math.min(opening.length(), closing.length());
            String tag = tag(length);
            if (tag.isEmpty() || opening.length() != closing.length()) {
                return 0;
            }
            Node marked = new Marked(tag);
            Text opener = opening.getOpener();
            SourceSpans spans = SourceSpans.empty();
            for (Node node = opener.getNext(); node != null && node != closing.getCloser();) {
                Node next = node.getNext();
                marked.appendChild(node);
                spans.addAll(node.getSourceSpans());
                node = next;
            }
            marked.setSourceSpans(spans.getSourceSpans());
            opener.insertAfter(marked);
            return length;
        }

        private String tag(int length) {
            return switch (character) {
                case '~' -> length == 1 ? "sub" : length == 2 ? "s" : "";
                case '=' -> length == 2 ? "mark" : "";
                default -> length == 1 ? "sup" : "";
            };
        }
    }

    private record MarkedRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Marked.class);
        }

        @Override
        public void render(Node node) {
            String tag = ((Marked) node).tag;
            context.getWriter().tag(tag);
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().tag("/" + tag);
        }
    }
}
