package coop.roseash.service.blog.lexical;

/// What becomes of the HTML and addresses that a document brings along.
public interface Cleaning {
    /// @param html of a whole block: an HTML card, Markdown, an embed
    String block(String html);

    /// @param html of a phrase: a caption, a callout
    String phrase(String html);

    /// @return the address, or an empty string where it must not be followed
    String address(String address);

    /// @return the CSS value, or an empty string where it is not a plain one
    String style(String value);

    /// Whether a card may bring script and forms that answer to Ghost's own.
    boolean keepsScript();
}
