package coop.roseash.service.blog.lexical;

import java.util.List;

/// How a document is to be rendered.
///
/// @param siteUrl the site whose pictures are our own
/// @param imageWidths the widths in which our own pictures are served; empty for none
/// @param maximumWidth the widest an own picture is served; 0 for any
/// @param siteId passed to podcast embeds
/// @param signUp where a reader subscribes, for the site's sign-up card
public record RenderOptions(String siteUrl, List<Integer> imageWidths, int maximumWidth, String siteId, String signUp,
        Cleaning cleaning) {
    public RenderOptions {
        imageWidths = List.copyOf(imageWidths);
    }
}
