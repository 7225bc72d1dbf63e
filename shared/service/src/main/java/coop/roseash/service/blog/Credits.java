package coop.roseash.service.blog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.model.blog.Author;
import coop.roseash.model.blog.PostAuthor;
import coop.roseash.model.blog.PostTag;
import coop.roseash.model.blog.Tag;

/// Who signs a post and what it is about.
@ApplicationScoped
class Credits {
    private final EntityManager entities;
    private final Members members;
    private final Clock clock;

    Credits(EntityManager entities, Members members, Clock clock) {
        this.entities = entities;
        this.members = members;
        this.clock = clock;
    }

    /// The author a member writes as: their own, one imported under their e-mail address, or a new one.
    Optional<Author> authorOf(long memberId) {
        Optional<Author> known = author("memberId", memberId);
        if (known.isPresent()) {
            return known;
        }
        return members.byId(memberId).map(member -> {
            Author author = author("email", member.email()).orElseGet(() -> newAuthor(member));
            author.memberId = memberId;
            return author;
        });
    }

    boolean signs(long postId, long memberId) {
        return authorOf(memberId)
            .map(author -> entities.find(PostAuthor.class, new PostAuthor.Key(postId, author.id)) != null)
            .orElse(false);
    }

    private Optional<Author> author(String field, Object value) {
        return entities.createQuery("from Author a where a." + field + " = :value", Author.class)
            .setParameter("value", value)
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    }

    private Author newAuthor(Member member) {
        Author author = new Author();
        author.slug = author("slug", member.handle()).isEmpty() ? member.handle() : member.handle() + "-" + member.id();
        author.name = member.displayName();
        author.bio = "";
        author.email = member.email();
        author.createdAt = clock.instant();
        entities.persist(author);
        return author;
    }

    void sign(long postId, List<Long> authorIds) {
        entities.createQuery("delete from PostAuthor x where x.postId = :post")
            .setParameter("post", postId)
            .executeUpdate();
        int position = 0;
        for (long authorId : authorIds.stream().distinct().toList()) {
            PostAuthor link = new PostAuthor();
            link.postId = postId;
            link.authorId = authorId;
            link.position = position++;
            entities.persist(link);
        }
    }

    void tag(long postId, List<Long> tagIds) {
        entities.createQuery("delete from PostTag x where x.postId = :post")
            .setParameter("post", postId)
            .executeUpdate();
        int position = 0;
        for (long tagId : tagIds.stream().distinct().toList()) {
            PostTag link = new PostTag();
            link.postId = postId;
            link.tagId = tagId;
            link.position = position++;
            entities.persist(link);
        }
    }

    /// The tags of these names, made where they are new; a name that begins with `#` is an internal tag.
    List<Long> tagsNamed(List<String> names) {
        List<Long> ids = new ArrayList<>();
        for (String name : names) {
            boolean internal = name.startsWith("#");
            String slug = (internal ? "hash-" : "") + Slugs.from(name);
            if (!Slugs.from(name).isEmpty()) {
                ids.add(tag(slug).orElseGet(() -> newTag(slug, name, internal)).id);
            }
        }
        return ids;
    }

    List<String> tagNames(long postId) {
        return entities.createQuery("""
                select t.name from PostTag x join Tag t on t.id = x.tagId
                where x.postId = :post order by x.position""", String.class)
            .setParameter("post", postId)
            .getResultList();
    }

    private Optional<Tag> tag(String slug) {
        return entities.createQuery("from Tag t where t.slug = :slug", Tag.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst();
    }

    private Tag newTag(String slug, String name, boolean internal) {
        Tag tag = new Tag();
        tag.slug = slug;
        tag.name = name;
        tag.description = "";
        tag.internal = internal;
        entities.persist(tag);
        return tag;
    }
}
