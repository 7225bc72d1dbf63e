package coop.roseash.service.blog.prose;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/// Writes single blocks as Markdown; what comes out is only used where it reads back the same.
final class ProseWriter {
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<])");
    private static final Pattern LINE_START = Pattern.compile("(?m)^([ \\t]*)([#>+=~-]|\\d+(?=[.)]))");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int CODE = 16;

    private ProseWriter() {}

    static Optional<String> write(JsonNode block) {
        try {
            return Optional.of(block(block));
        } catch (Unsayable e) {
            return Optional.empty();
        }
    }

    private static String block(JsonNode block) throws Unsayable {
        return switch (block.path("type").asText()) {
            case "paragraph" -> atStart(inline(block));
            case "heading", "extended-heading" -> heading(block);
            case "quote", "extended-quote" -> "> " + atStart(inline(block)).replace("\n", "\n> ");
            case "list" -> list(block, "");
            case "codeblock" -> code(block);
            case "image" -> image(block);
            case "horizontalrule" -> "---";
            default -> CardLine.of(block).orElseThrow(Unsayable::new);
        };
    }

    private static String heading(JsonNode block) throws Unsayable {
        int level = block.path("tag").asText("h2").charAt(1) - '0';
        return "#".repeat(Math.clamp(level, 1, 6)) + " " + inline(block);
    }

    private static String code(JsonNode block) throws Unsayable {
        String code = block.path("code").asText();
        if (code.contains("```")) {
            throw new Unsayable();
        }
        return "```" + block.path("language").asText() + "\n" + code + "\n```";
    }

    private static String image(JsonNode block) throws Unsayable {
        String alt = SPECIAL.matcher(block.path("alt").asText()).replaceAll("\\\\$1");
        String title = block.path("title").asText();
        return "![" + alt + "](" + address(block.path("src").asText())
                + (title.isEmpty() ? "" : " \"" + title.replace("\"", "\\\"") + "\"") + ")";
    }

    private static String list(JsonNode list, String indent) throws Unsayable {
        boolean numbered = "number".equals(list.path("listType").asText());
        int number = list.path("start").asInt(1);
        StringJoiner lines = new StringJoiner("\n");
        for (JsonNode item : list.path("children")) {
            String marker = numbered ? number + ". " : "- ";
            JsonNode first = item.path("children").path(0);
            if ("list".equals(first.path("type").asText())) {
                lines.add(list(first, indent + "    "));
            } else {
                lines.add(indent + marker + atStart(inline(item)).replace("\n", "\n" + indent + "    "));
                number++;
            }
        }
        return lines.toString();
    }

    private static String inline(JsonNode parent) throws Unsayable {
        StringBuilder text = new StringBuilder();
        for (JsonNode child : parent.path("children")) {
            String type = child.path("type").asText();
            switch (type) {
                case "text", "extended-text" ->
                    text.append(marked(child.path("text").asText(), child.path("format").asInt()));
                case "linebreak" -> text.append('\n');
                case "link", "autolink" ->
                    text.append('[')
                        .append(inline(child))
                        .append("](")
                        .append(address(child.path("url").asText()))
                        .append(')');
                default -> throw new Unsayable();
            }
        }
        return text.toString();
    }

    private static String marked(String text, int format) throws Unsayable {
        if (format == CODE && !text.contains("`")) {
            return "`" + text + "`";
        }
        if ((format & ~(BOLD | ITALIC)) != 0) {
            throw new Unsayable();
        }
        String escaped = ENTITY.matcher(SPECIAL.matcher(text).replaceAll("\\\\$1")).replaceAll("\\\\&");
        if (format == 0 || text.isBlank()) {
            return escaped;
        }
        String mark = switch (format) {
            case BOLD -> "**";
            case ITALIC -> "*";
            default -> "***";
        };
        String core = escaped.strip();
        int at = escaped.indexOf(core);
        return escaped.substring(0, at) + mark + core + mark + escaped.substring(at + core.length());
    }

    private static String atStart(String text) {
        return LINE_START.matcher(text).replaceAll(match -> {
            String mark = match.group(2);
            boolean number = Character.isDigit(mark.charAt(0));
            return match.group(1) + Matcher.quoteReplacement(number ? mark + "\\" : "\\" + mark);
        });
    }

    private static String address(String address) throws Unsayable {
        if (address.isEmpty() || address.matches(".*[\\s<>()\\\\].*")) {
            throw new Unsayable();
        }
        return address;
    }

    /// A block or a phrase that Markdown has no words for.
    private static final class Unsayable extends Exception {
        private static final long serialVersionUID = 1;

        Unsayable() {
            super(null, null, false, false);
        }
    }
}
