package coop.roseash.service.blog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Draft;
import coop.roseash.contract.blog.Drafts;
import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.PostChange;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.PostStatus;
import coop.roseash.contract.blog.Reader;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.blog.Post;

/// Where posts are written: one editor at a time wins a version, every save is kept.
@ApplicationScoped
class DraftDesk implements Drafts {
    private static final String EMPTY = "{\"root\":{\"children\":[],\"type\":\"root\",\"version\":1}}";

    private final EntityManager entities;
    private final DraftCheck check;
    private final PostRendering rendering;
    private final Revisions revisions;
    private final Credits credits;
    private final Slugs slugs;
    private final DraftText text;
    private final Publisher publisher;
    private final PostDetail detail;
    private final Clock clock;

    // Ten collaborators because saving a post touches each of them; none could stand without the others.
    DraftDesk(EntityManager entities, DraftCheck check, PostRendering rendering, Revisions revisions, Credits credits,
            Slugs slugs, DraftText text, Publisher publisher, PostDetail detail, Clock clock) {
        this.entities = entities;
        this.check = check;
        this.rendering = rendering;
        this.revisions = revisions;
        this.credits = credits;
        this.slugs = slugs;
        this.text = text;
        this.publisher = publisher;
        this.detail = detail;
        this.clock = clock;
    }

    @Override
    public Page<DraftRow> list(PostKind kind, @Nullable PostStatus status, PageRequest request) {
        TypedQuery<DraftRow> query = entities.createQuery("""
                select p.id, p.kind, p.status, p.title, p.slug, a.name, p.updatedAt from Post p
                left join PostAuthor x on x.postId = p.id and x.position = 0 left join Author a on a.id = x.authorId
                where p.kind = :kind""" + (status == null ? "" : " and p.status = :status")
                + " order by p.updatedAt desc, p.id desc", DraftRow.class)
            .setParameter("kind", kind);
        if (status != null) {
            query.setParameter("status", status);
        }
        return Page.of(query.setFirstResult(request.offset()).setMaxResults(request.size() + 1).getResultList(),
                request);
    }

    @Override
    public Optional<Draft> open(long id) {
        return Optional.ofNullable(entities.find(Post.class, id)).map(this::draft);
    }

    @Override
    @Transactional
    @RolesAllowed({"author", "editor"})
    public SaveOutcome create(PostKind kind, PostChange change, long memberId) {
        Post post = new Post();
        Instant now = clock.instant();
        post.kind = kind;
        post.status = PostStatus.DRAFT;
        post.lexical = EMPTY;
        post.pictureCaption = "";
        post.createdAt = now;
        return write(post, change, memberId);
    }

    @Override
    @Transactional
    @RolesAllowed({"author", "editor"})
    public SaveOutcome save(long id, int version, PostChange change, long memberId) {
        Post post = entities.find(Post.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (post == null) {
            return new SaveOutcome.Unknown();
        }
        return post.version == version ? write(post, change, memberId) : new SaveOutcome.Conflict(draft(post));
    }

    private SaveOutcome write(Post post, PostChange change, long memberId) {
        Map<String, String> errors = check.errors(post, change);
        Optional<String> document = text.document(post, change.body());
        if (document.isEmpty()) {
            errors.putIfAbsent("body", "A line that begins with [[kept stands for a block this post never had.");
        }
        if (!errors.isEmpty()) {
            return new SaveOutcome.Invalid(errors);
        }
        String slug = change.slug().isBlank()
                ? slugs.free(Slugs.from(change.title()), post.id == null ? 0 : post.id)
                : change.slug().strip();
        fill(post, change);
        post.lexical = document.orElseThrow();
        rendering.render(post);
        store(post, slug, memberId);
        credits.tag(post.id, credits.tagsNamed(change.tags()));
        return finish(post, memberId);
    }

    private void fill(Post post, PostChange change) {
        post.title = change.title().strip();
        post.customExcerpt = change.excerpt().strip();
        post.access = change.access();
        post.pictureAlt = change.pictureAlt().strip();
        text.setPicture(post, change.pictureAddress());
    }

    private void store(Post post, String slug, long memberId) {
        post.updatedAt = clock.instant();
        post.version++;
        if (post.id != null) {
            slugs.move(post, slug);
            return;
        }
        post.slug = slug;
        entities.persist(post);
        credits.authorOf(memberId).ifPresent(author -> credits.sign(post.id, List.of(author.id)));
    }

    private SaveOutcome finish(Post post, long memberId) {
        revisions.keep(post, memberId);
        publisher.edited(post);
        entities.flush();
        return new SaveOutcome.Saved(draft(post));
    }

    @Override
    @Transactional
    @RolesAllowed({"author", "editor"})
    public SaveOutcome restore(long id, long revisionId, int version, long memberId) {
        Post post = entities.find(Post.class, id, LockModeType.PESSIMISTIC_WRITE);
        var revision = revisions.one(id, revisionId);
        if (post == null || revision.isEmpty()) {
            return new SaveOutcome.Unknown();
        }
        if (post.version != version) {
            return new SaveOutcome.Conflict(draft(post));
        }
        post.title = revision.get().title;
        post.lexical = revision.get().lexical;
        rendering.render(post);
        store(post, post.slug, memberId);
        return finish(post, memberId);
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public PublishOutcome publish(long id, int version, Publication publication) {
        return decide(id, version, post -> publisher.publish(post, publication));
    }

    @Override
    @Transactional
    @RolesAllowed("editor")
    public PublishOutcome unpublish(long id, int version) {
        return decide(id, version, post -> {
            publisher.unpublish(post);
            return Optional.empty();
        });
    }

    private PublishOutcome decide(long id, int version, Decision decision) {
        Post post = entities.find(Post.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (post == null) {
            return new PublishOutcome.Unknown();
        }
        if (post.version != version) {
            return new PublishOutcome.Conflict(draft(post));
        }
        return decision.take(post).orElseGet(() -> {
            post.version++;
            entities.flush();
            return new PublishOutcome.Done(draft(post));
        });
    }

    @Override
    @Transactional
    public int publishDue() {
        return publisher.publishDue();
    }

    @Override
    public Optional<coop.roseash.contract.blog.Post> preview(long id) {
        return Optional.ofNullable(detail.read("p.id = :key", id, Reader.STAFF));
    }

    @Override
    public List<Revision> revisions(long id) {
        return revisions.of(id);
    }

    @Override
    @Transactional
    public boolean mayEdit(long id, long memberId) {
        return credits.signs(id, memberId);
    }

    private Draft draft(Post post) {
        PostChange change = new PostChange(post.title, post.slug, post.customExcerpt,
                DraftText.of(post), credits.tagNames(post.id), post.access, post.picture,
                post.pictureAlt);
        Picture picture = post.picture == null
                ? null
                : new Picture(post.picture, post.pictureAlt, post.pictureCaption, post.pictureWidth,
                        post.pictureHeight);
        return new Draft(post.id, post.kind, post.status, post.version, change, picture, post.publishedAt,
                post.updatedAt);
    }

    /// What is done to a post nobody else has changed; a refusal, or empty when it is done.
    private interface Decision {
        Optional<PublishOutcome> take(Post post);
    }
}
