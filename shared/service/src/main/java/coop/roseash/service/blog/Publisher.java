package coop.roseash.service.blog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import coop.roseash.contract.activity.Activities.Change;
import coop.roseash.contract.blog.Drafts.Publication;
import coop.roseash.contract.blog.Drafts.PublishOutcome;
import coop.roseash.contract.blog.PostStatus;
import coop.roseash.model.blog.Post;

/// Makes posts public and takes them back, with everything that follows from it, in the caller's transaction.
@ApplicationScoped
class Publisher {
    private static final int AT_ONCE = 20;

    private final EntityManager entities;
    private final Announcements announcements;
    private final PostMail mail;
    private final Changes changes;
    private final Clock clock;

    Publisher(EntityManager entities, Announcements announcements, PostMail mail, Changes changes,
            Clock clock) {
        this.entities = entities;
        this.announcements = announcements;
        this.mail = mail;
        this.changes = changes;
        this.clock = clock;
    }

    /// @return why not, or empty when it is done
    Optional<PublishOutcome> publish(Post post, Publication publication) {
        if (post.status == PostStatus.PUBLISHED) {
            return Optional.of(new PublishOutcome.Refused("publish", "It is published already."));
        }
        String newsletter = publication.newsletterSlug();
        if (newsletter != null && !mail.isKnown(newsletter)) {
            return Optional.of(new PublishOutcome.Refused("newsletter", "There is no such newsletter."));
        }
        Instant now = clock.instant();
        Instant at = publication.at();
        post.newsletterSlug = newsletter;
        if (at != null && at.isAfter(now)) {
            post.status = PostStatus.SCHEDULED;
            post.publishedAt = at;
            return Optional.empty();
        }
        if (post.publishedAt == null || post.publishedAt.isAfter(now)) {
            post.publishedAt = now;
        }
        goPublic(post);
        return Optional.empty();
    }

    private void goPublic(Post post) {
        post.status = PostStatus.PUBLISHED;
        post.updatedAt = clock.instant();
        announcements.announce(Change.CREATE, post);
        if (post.newsletterSlug != null) {
            mail.send(post, post.newsletterSlug);
        }
        changes.posts();
    }

    void unpublish(Post post) {
        boolean wasPublic = post.status == PostStatus.PUBLISHED;
        post.status = wasPublic ? PostStatus.UNPUBLISHED : PostStatus.DRAFT;
        post.updatedAt = clock.instant();
        if (wasPublic) {
            announcements.announce(Change.DELETE, post);
            changes.posts();
        }
    }

    void edited(Post post) {
        if (post.status == PostStatus.PUBLISHED) {
            announcements.announce(Change.UPDATE, post);
            changes.posts();
        }
    }

    int publishDue() {
        List<Long> due = entities.createNativeQuery("""
                select id from posts where status = 'SCHEDULED' and published_at <= :now
                order by published_at limit\s""" + AT_ONCE + " for update skip locked", Long.class)
            .setParameter("now", clock.instant())
            .getResultList();
        for (long id : due) {
            Post post = entities.find(Post.class, id);
            post.version++;
            goPublic(post);
        }
        return due.size();
    }
}
