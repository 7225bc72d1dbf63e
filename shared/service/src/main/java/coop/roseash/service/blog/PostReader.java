package coop.roseash.service.blog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Author;
import coop.roseash.contract.blog.Content;
import coop.roseash.contract.blog.Post;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Posts;
import coop.roseash.contract.blog.Reader;
import coop.roseash.contract.blog.Tag;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Reads what is published, in few queries that project straight into the contract's records.
@ApplicationScoped
class PostReader implements Posts {
    private static final String LIST = SummaryRow.SELECT + SummaryRow.FROM + SummaryRow.PUBLISHED_POSTS;
    private static final String WITH_TAG = """
             and exists (select 1 from PostTag x join Tag y on y.id = x.tagId
                 where x.postId = p.id and y.slug = :slug and y.internal = false)
            """;
    private static final String BY_AUTHOR = """
             and exists (select 1 from PostAuthor x join Author y on y.id = x.authorId
                 where x.postId = p.id and y.slug = :slug)
            """;
    private static final int WORDS_LENGTH = 200;

    private final EntityManager entities;
    private final PostDetail detail;
    private final PostRendering rendering;

    PostReader(EntityManager entities, PostDetail detail, PostRendering rendering) {
        this.entities = entities;
        this.detail = detail;
        this.rendering = rendering;
    }

    @Override
    public FindOutcome find(String slug, Reader reader) {
        Post post = detail.read("p.slug = :key and p.status = PUBLISHED", slug, reader);
        if (post != null) {
            return new FindOutcome.Found(post);
        }
        return entities.createQuery("""
                select p.slug from PostSlug s join Post p on p.id = s.postId
                where s.slug = :slug and p.status = PUBLISHED""", String.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst()
            .<FindOutcome>map(FindOutcome.Moved::new)
            .orElseGet(FindOutcome.Unknown::new);
    }

    @Override
    public Optional<PostSummary> summary(String slug) {
        return list(SummaryRow.SELECT + SummaryRow.FROM + " where p.slug = :slug and p.status = PUBLISHED")
            .setParameter("slug", slug)
            .getResultStream()
            .map(SummaryRow::summary)
            .findFirst();
    }

    @Override
    public Page<PostSummary> newest(PageRequest request) {
        return page(list(LIST + SummaryRow.NEWEST_FIRST), request);
    }

    @Override
    public Page<PostSummary> withTag(String tagSlug, PageRequest request) {
        return page(list(LIST + WITH_TAG + SummaryRow.NEWEST_FIRST).setParameter("slug", tagSlug), request);
    }

    @Override
    public Page<PostSummary> byAuthor(String authorSlug, PageRequest request) {
        return page(list(LIST + BY_AUTHOR + SummaryRow.NEWEST_FIRST).setParameter("slug", authorSlug), request);
    }

    @Override
    public Page<PostSummary> search(String words, PageRequest request) {
        String query = words.length() > WORDS_LENGTH ? words.substring(0, WORDS_LENGTH) : words;
        List<Long> ids = entities.createNativeQuery("""
                select p.id from posts p, websearch_to_tsquery('site', :words) q
                where p.words @@ q and p.status = 'PUBLISHED'
                order by ts_rank(p.words, q) desc, p.published_at desc, p.id desc""", Long.class)
            .setParameter("words", query.replace("\0", ""))
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(inOrder(ids), request);
    }

    private List<PostSummary> inOrder(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, PostSummary> byId = new HashMap<>();
        list(SummaryRow.SELECT + SummaryRow.FROM + " where p.id in :ids").setParameter("ids", ids)
            .getResultStream()
            .map(SummaryRow::summary)
            .forEach(summary -> byId.put(summary.id(), summary));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PostSummary> after(PostSummary post, int limit) {
        PostSummary.Link tag = post.tag();
        return list(LIST + " and p.id <> :id order by case when t.slug = :tag then 0 else 1 end, "
                + "p.publishedAt desc, p.id desc")
            .setParameter("id", post.id())
            .setParameter("tag", tag == null ? "" : tag.slug())
            .setMaxResults(limit)
            .getResultStream()
            .map(SummaryRow::summary)
            .toList();
    }

    @Override
    public List<FeedItem> feed(FeedOf of, int limit) {
        String select = "select p.html, " + SummaryRow.SELECT.replace("select ", "");
        String query = select + SummaryRow.FROM + SummaryRow.PUBLISHED_POSTS + switch (of) {
            case FeedOf.Everything() -> SummaryRow.NEWEST_FIRST;
            case FeedOf.OfTag(String slug) -> WITH_TAG + SummaryRow.NEWEST_FIRST;
            case FeedOf.OfAuthor(String slug) -> BY_AUTHOR + SummaryRow.NEWEST_FIRST;
        };
        TypedQuery<FeedRow> rows = entities.createQuery(query, FeedRow.class).setMaxResults(limit);
        switch (of) {
            case FeedOf.Everything() -> {
            }
            case FeedOf.OfTag(String slug) -> rows.setParameter("slug", slug);
            case FeedOf.OfAuthor(String slug) -> rows.setParameter("slug", slug);
        }
        return rows.getResultStream().map(this::item).toList();
    }

    private FeedItem item(FeedRow row) {
        PostSummary summary = row.summary();
        String open = Gate.of(row.html(), summary.access(), Reader.GUEST).html();
        return new FeedItem(summary, rendering.absolute(Content.plain(open)));
    }

    @Override
    public List<SiteAddress> addresses(int limit) {
        Stream<SiteAddress> posts = entities.createQuery(
                "select '/' || p.slug, p.updatedAt from Post p where p.status = PUBLISHED order by p.updatedAt desc",
                SiteAddress.class)
            .setMaxResults(limit)
            .getResultStream();
        Stream<SiteAddress> tags = entities.createQuery("""
                select '/tag/' || t.slug, max(p.updatedAt) from Tag t
                join PostTag x on x.tagId = t.id join Post p on p.id = x.postId
                where t.internal = false and p.status = PUBLISHED and p.kind = POST
                group by t.slug order by t.slug""", SiteAddress.class)
            .setMaxResults(limit)
            .getResultStream();
        return Stream.concat(posts, tags).limit(limit).toList();
    }

    @Override
    public Optional<Tag> tag(String slug) {
        return entities.createQuery("""
                select t.id, t.slug, t.name, t.description, t.internal from Tag t
                where t.slug = :slug and t.internal = false""", Tag.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst();
    }

    @Override
    public Optional<Author> author(String slug) {
        return entities.createQuery("""
                select a.id, a.slug, a.name, a.bio, a.picture, a.memberId from Author a where a.slug = :slug""",
                Author.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst();
    }

    @Override
    public List<Tag> tags() {
        return entities.createQuery("""
                select t.id, t.slug, t.name, t.description, t.internal from Tag t
                where t.internal = false order by lower(t.name)""", Tag.class)
            .setMaxResults(PageRequest.MAXIMUM_SIZE)
            .getResultList();
    }

    private TypedQuery<SummaryRow> list(String query) {
        return entities.createQuery(query, SummaryRow.class);
    }

    private static Page<PostSummary> page(TypedQuery<SummaryRow> query, PageRequest request) {
        List<SummaryRow> rows = query.setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(rows, request).map(SummaryRow::summary);
    }

    /// A summary with its HTML before it is cut.
    record FeedRow(String html, Long id, String slug, String title, String excerpt, Access access,
            Integer readingMinutes, Instant publishedAt, Instant updatedAt, String picture, String pictureAlt,
            String pictureCaption, Integer pictureWidth, Integer pictureHeight, String authorSlug, String authorName,
            String tagSlug, String tagName) {
        PostSummary summary() {
            return new SummaryRow(id, slug, title, excerpt, access, readingMinutes, publishedAt, updatedAt, picture,
                    pictureAlt, pictureCaption, pictureWidth, pictureHeight, authorSlug, authorName, tagSlug, tagName)
                .summary();
        }
    }
}
