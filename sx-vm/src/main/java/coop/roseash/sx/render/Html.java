package coop.roseash.sx.render;

/// Escapes text for HTML, in content and in quoted attribute values alike.
public final class Html {
    private Html() {}

    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.length() == text.length() ? text : out.toString();
    }

    /// Appends the text, escaped.
    static void escape(String text, StringBuilder out) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // All that need escaping lie here, and few others do.
            String replacement = c <= '>' ? replacement(c) : null;
            if (replacement != null) {
                out.append(text, copied, i).append(replacement);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
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
