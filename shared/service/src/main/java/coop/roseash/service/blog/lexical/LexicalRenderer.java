package coop.roseash.service.blog.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Renders one Lexical document to HTML, after Ghost's kg-lexical-html-renderer.
///
/// Unlike it, formats close properly and an unknown node loses nothing after it.
public final class LexicalRenderer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final RenderOptions options;
    private final HeadingIds headingIds = new HeadingIds();

    private LexicalRenderer(RenderOptions options) {
        this.options = options;
    }

    /// @throws IllegalArgumentException when it is not a Lexical document
    public static String render(String lexical, RenderOptions options) {
        return render(parse(lexical), options);
    }

    public static String render(JsonNode document, RenderOptions options) {
        return new LexicalRenderer(options).root(new Fields(document.path("root")));
    }

    /// @throws IllegalArgumentException when it is not a Lexical document
    public static JsonNode parse(String lexical) {
        try {
            JsonNode document = JSON.readTree(lexical);
            if (!document.path("root").path("children").isArray()) {
                throw new IllegalArgumentException("Not a Lexical document: it has no root");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a Lexical document: " + e.getOriginalMessage(), e);
        }
    }

    private String root(Fields root) {
        List<Fields> blocks = root.children();
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Fields block = blocks.get(i);
            boolean trailing = i == blocks.size() - 1 && "paragraph".equals(block.type());
            if (!trailing || !isEmpty(block)) {
                html.append(block(block));
            }
        }
        return html.toString();
    }

    /// Ghost's editor keeps an empty paragraph at the end of a document to type in.
    private static boolean isEmpty(Fields paragraph) {
        return paragraph.children()
            .stream()
            .allMatch(child -> "linebreak".equals(child.type())
                    || TextRun.isText(child) && TextRun.textOf(child).isEmpty());
    }

    private String block(Fields block) {
        String type = block.type();
        Card card = Cards.of(type);
        if (card != null) {
            return card.render(block, options);
        }
        return switch (type) {
            case "paragraph" -> "<p>" + inline(block) + "</p>";
            case "heading", "extended-heading" -> heading(block);
            case "quote", "extended-quote" -> "<blockquote>" + inline(block) + "</blockquote>";
            case "aside" -> "<blockquote class=\"kg-blockquote-alt\">" + inline(block) + "</blockquote>";
            case "list" -> list(block);
            default -> TextRun.takes(block) ? run(List.of(block)) : inline(block);
        };
    }

    private String heading(Fields heading) {
        String tag = HEADINGS.contains(heading.text("tag")) ? heading.text("tag") : "h2";
        String id = headingIds.next(textContent(heading));
        return "<" + tag + " id=\"" + Html.attribute(id) + "\">" + inline(heading) + "</" + tag + ">";
    }

    private String list(Fields list) {
        String tag = "number".equals(list.text("listType", "ol".equals(list.text("tag")) ? "number" : "bullet"))
                ? "ol"
                : "ul";
        String start = list.isNumber("start") && list.number("start") != 1
                ? Html.attribute("start", Fields.print(list.number("start")))
                : "";
        return "<" + tag + start + ">" + items(list) + "</" + tag + ">";
    }

    /// An item that begins with a list continues the item before it.
    private String items(Fields list) {
        StringBuilder html = new StringBuilder();
        boolean open = false;
        for (Fields item : list.children()) {
            if (!"listitem".equals(item.type())) {
                continue;
            }
            List<Fields> children = item.children();
            boolean nested = !children.isEmpty() && "list".equals(children.getFirst().type());
            if (open && !nested) {
                html.append("</li>");
            }
            html.append(nested ? list(children.getFirst()) : "<li>" + inline(item));
            if (open && nested) {
                html.append("</li>");
            }
            open = !nested;
        }
        return open ? html.append("</li>").toString() : html.toString();
    }

    private String inline(Fields parent) {
        StringBuilder html = new StringBuilder();
        List<Fields> run = new ArrayList<>();
        for (Fields child : parent.children()) {
            if (TextRun.takes(child)) {
                run.add(child);
            } else if (!child.children().isEmpty() && !"at-link".equals(child.type())) {
                html.append(run(run)).append("list".equals(child.type()) ? list(child) : inline(child));
                run.clear();
            }
        }
        return html.append(run(run)).toString();
    }

    private String run(List<Fields> run) {
        return run.isEmpty() ? "" : TextRun.render(run, this::link);
    }

    private String link(Fields link) {
        return "<a" + Html.optional("href", options.cleaning().address(link.text("url")))
                + Html.optional("rel", link.text("rel")) + ">" + inline(link) + "</a>";
    }

    private static String textContent(Fields parent) {
        StringBuilder text = new StringBuilder();
        for (Fields child : parent.children()) {
            if (TextRun.isText(child)) {
                text.append(TextRun.textOf(child));
            } else if ("linebreak".equals(child.type())) {
                text.append('\n');
            } else {
                text.append(textContent(child));
            }
        }
        return text.toString();
    }
}
