package coop.roseash.service.blog;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Author;
import coop.roseash.contract.blog.Post;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.PostStatus;
import coop.roseash.contract.blog.PostSummary;
import coop.roseash.contract.blog.Reader;
import coop.roseash.contract.blog.Tag;

/// Reads one post with its authors and tags, in two queries.
@ApplicationScoped
class PostDetail {
    private static final String CREDITS = """
            select 'a', pa.position, a.id, a.slug, a.name, a.bio, a.picture, a.memberId, false
            from PostAuthor pa join Author a on a.id = pa.authorId where pa.postId = :post
            union all
            select 't', pt.position, t.id, t.slug, t.name, t.description, cast(null as String), cast(null as Long), t.internal
            from PostTag pt join Tag t on t.id = pt.tagId where pt.postId = :post
            """;

    private final EntityManager entities;

    PostDetail(EntityManager entities) {
        this.entities = entities;
    }

    /// @param condition of an HQL where clause about `p`, with one parameter `key`
    @Nullable
    Post read(String condition, Object key, Reader reader) {
        List<Object[]> rows = entities.createQuery("""
                select p.html, p.kind, p.status, p.searchTitle, p.searchDescription, p.canonical,
                """ + SummaryRow.SELECT.replace("select ", "") + SummaryRow.FROM + " where " + condition,
                Object[].class)
            .setParameter("key", key)
            .setMaxResults(1)
            .getResultList();
        return rows.isEmpty() ? null : post(rows.getFirst(), reader);
    }

    private Post post(Object[] row, Reader reader) {
        PostSummary summary = summary(row);
        Gate gate = Gate.of((String) row[0], summary.access(), reader);
        List<Credit> credits = entities.createQuery(CREDITS, Credit.class)
            .setParameter("post", summary.id())
            .getResultList()
            .stream()
            .sorted(java.util.Comparator.comparingInt(Credit::position))
            .toList();
        return new Post(summary, (PostKind) row[1], (PostStatus) row[2], gate.html(), gate.withheld(),
                credits.stream().filter(Credit::isAuthor).map(Credit::author).toList(),
                credits.stream().filter(credit -> !credit.isAuthor()).map(Credit::tag).toList(),
                (String) row[3], (String) row[4], (String) row[5]);
    }

    private static PostSummary summary(Object[] row) {
        int i = 6;
        return new SummaryRow((Long) row[i], (String) row[i + 1], (String) row[i + 2], (String) row[i + 3],
                (coop.roseash.contract.blog.Access) row[i + 4], (Integer) row[i + 5], (java.time.Instant) row[i + 6],
                (java.time.Instant) row[i + 7], (String) row[i + 8], (String) row[i + 9], (String) row[i + 10],
                (Integer) row[i + 11], (Integer) row[i + 12], (String) row[i + 13], (String) row[i + 14],
                (String) row[i + 15], (String) row[i + 16])
            .summary();
    }

    /// An author or a tag of the post.
    record Credit(String kind, Integer position, Long id, String slug, String name, String about,
            @Nullable String picture, @Nullable Long memberId, Boolean internal) {
        boolean isAuthor() {
            return "a".equals(kind);
        }

        Author author() {
            return new Author(id, slug, name, about, picture, memberId);
        }

        Tag tag() {
            return new Tag(id, slug, name, about, internal);
        }
    }
}
