package coop.roseash.service.blog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Drafts.Revision;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.blog.Post;
import coop.roseash.model.blog.PostRevision;

/// Keeps every saved version of a post.
@ApplicationScoped
class Revisions {
    private static final int REMEMBERED = 50;

    private final EntityManager entities;
    private final Clock clock;

    Revisions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void keep(Post post, @Nullable Long memberId) {
        PostRevision revision = new PostRevision();
        revision.postId = post.id;
        revision.title = post.title;
        revision.lexical = post.lexical;
        revision.memberId = memberId;
        revision.savedAt = clock.instant();
        revision.words = PostRendering.words(post.publicText);
        entities.persist(revision);
    }

    List<Revision> of(long postId) {
        return entities.createQuery("""
                select r.id, r.savedAt, r.title, r.memberId, r.words from PostRevision r
                where r.postId = :post order by r.id desc""", Revision.class)
            .setParameter("post", postId)
            .setMaxResults(PageRequest.MAXIMUM_SIZE)
            .getResultList();
    }

    /// The documents of the newest revisions.
    List<String> documents(long postId) {
        return entities.createQuery("select r.lexical from PostRevision r where r.postId = :post order by r.id desc",
                String.class)
            .setParameter("post", postId)
            .setMaxResults(REMEMBERED)
            .getResultList();
    }

    Optional<PostRevision> one(long postId, long revisionId) {
        return Optional.ofNullable(entities.find(PostRevision.class, revisionId))
            .filter(revision -> revision.postId == postId);
    }
}
