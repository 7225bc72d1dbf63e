package coop.roseash.contract.blog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What an editor sends for a post.
///
/// @param body the text form of the content: Markdown, with `[[…]]` lines for the blocks the form cannot edit
/// @param tags names, the first is the primary one
/// @param pictureAddress null for none
public record PostChange(String title, String slug, String excerpt, String body, List<String> tags, Access access,
        @Nullable String pictureAddress, String pictureAlt) {
    public PostChange {
        tags = List.copyOf(tags);
    }
}
