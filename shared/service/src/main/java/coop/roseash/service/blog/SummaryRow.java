package coop.roseash.service.blog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.PostSummary;

/// One row of a list of posts, as the database gives it.
record SummaryRow(Long id, String slug, String title, String excerpt, Access access, Integer readingMinutes,
        Instant publishedAt, Instant updatedAt, @Nullable String picture, String pictureAlt, String pictureCaption,
        @Nullable Integer pictureWidth, @Nullable Integer pictureHeight, @Nullable String authorSlug,
        @Nullable String authorName, @Nullable String tagSlug, @Nullable String tagName) {
    static final String SELECT = """
            select p.id, p.slug, p.title, p.excerpt, p.access, p.readingMinutes, coalesce(p.publishedAt, p.createdAt),
                p.updatedAt, p.picture, p.pictureAlt, p.pictureCaption, p.pictureWidth, p.pictureHeight,
                a.slug, a.name, t.slug, t.name
            """;
    static final String FROM = """
            from Post p
            left join PostAuthor pa on pa.postId = p.id and pa.position = 0
            left join Author a on a.id = pa.authorId
            left join PostTag pt on pt.postId = p.id and pt.position = 0
            left join Tag t on t.id = pt.tagId and t.internal = false
            """;
    static final String PUBLISHED_POSTS = " where p.status = PUBLISHED and p.kind = POST ";
    static final String NEWEST_FIRST = " order by p.publishedAt desc, p.id desc";

    PostSummary summary() {
        return new PostSummary(id, slug, title, excerpt, access, readingMinutes, publishedAt, updatedAt, image(),
                link(authorSlug, authorName), link(tagSlug, tagName));
    }

    private @Nullable Picture image() {
        return picture == null
                ? null
                : new Picture(picture, pictureAlt, pictureCaption, pictureWidth, pictureHeight);
    }

    private static PostSummary.@Nullable Link link(@Nullable String slug, @Nullable String name) {
        return slug == null || name == null ? null : new PostSummary.Link(slug, name);
    }
}
