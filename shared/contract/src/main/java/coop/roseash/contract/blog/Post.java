package coop.roseash.contract.blog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A post or page with what one reader may see of it.
///
/// @param html rendered and cleaned; may hold fragment placeholders (see [Content])
/// @param withheld part of it was kept back from this reader
/// @param searchTitle what search engines are told instead of the title
/// @param canonical the address of the original, where this is a copy
public record Post(PostSummary summary, PostKind kind, PostStatus status, String html, boolean withheld,
        List<Author> authors, List<Tag> tags, @Nullable String searchTitle, @Nullable String searchDescription,
        @Nullable String canonical) {
    public Post {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    public List<Tag> shownTags() {
        return tags.stream().filter(tag -> !tag.internal()).toList();
    }
}
