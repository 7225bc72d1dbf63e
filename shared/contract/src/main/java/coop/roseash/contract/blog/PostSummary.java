package coop.roseash.contract.blog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A post as lists, feeds and cards show it.
///
/// @param excerpt plain text from the part everybody may read
/// @param author the first author; null where the post is unsigned
/// @param tag the primary tag, never an internal one
public record PostSummary(long id, String slug, String title, String excerpt, Access access, int readingMinutes,
        Instant publishedAt, Instant updatedAt, @Nullable Picture picture, @Nullable Link author, @Nullable Link tag) {
    /// The path of its page on the blog.
    public String path() {
        return "/" + slug;
    }

    /// A name and the slug of the page behind it.
    public record Link(String slug, String name) {}
}
