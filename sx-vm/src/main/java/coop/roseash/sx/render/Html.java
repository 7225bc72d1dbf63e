package coop.roseash.sx.render;

/// Escapes text for HTML, in content and in quoted attribute values alike.
public final class Html {
    private Html() {}

    public static String escape(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            String replacement = replacement(text.charAt(i));
            if (replacement != null) {
                out = out == null ? new StringBuilder(text.length() + 16) : out;
                out.append(text, copied, i).append(replacement);
                copied = i + 1;
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static @org.jspecify.annotations.Nullable String replacement(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
