package coop.roseash.service.blog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.PostStatus;
import coop.roseash.model.blog.Post;
import coop.roseash.service.blog.ghost.GhostExport;

/// Brings an export's posts and pages in; one that was edited here since is kept as it is.
@ApplicationScoped
class ImportedPosts {
    private final EntityManager entities;
    private final PostRendering rendering;
    private final Revisions revisions;
    private final Slugs slugs;
    private final Credits credits;

    ImportedPosts(EntityManager entities, PostRendering rendering, Revisions revisions, Slugs slugs, Credits credits) {
        this.entities = entities;
        this.rendering = rendering;
        this.revisions = revisions;
        this.slugs = slugs;
        this.credits = credits;
    }

    /// What was brought in or was there already.
    record Counted(int posts, int pages, List<String> notes) {}

    Counted bring(List<GhostExport.Entry> entries, Map<String, Long> authors, Map<String, Long> tags,
            ImportedPictures pictures) {
        List<String> notes = new ArrayList<>();
        int pages = 0;
        for (GhostExport.Entry entry : entries) {
            pages += entry.page() ? 1 : 0;
            bring(entry, pictures, notes).ifPresent(post -> {
                credits.sign(post.id, ids(entry.authorIds(), authors));
                credits.tag(post.id, ids(entry.tagIds(), tags));
            });
        }
        return new Counted(entries.size() - pages, pages, notes);
    }

    private Optional<Post> bring(GhostExport.Entry entry, ImportedPictures pictures, List<String> notes) {
        Optional<Post> known = known(entry.id());
        if (known.isPresent() && !known.get().updatedAt.isBefore(entry.updatedAt())) {
            if (known.get().updatedAt.isAfter(entry.updatedAt())) {
                notes.add("“" + entry.title() + "” was edited here since the export and stays as it is.");
            }
            return Optional.empty();
        }
        Post post = known.orElseGet(Post::new);
        fill(post, entry, pictures);
        try {
            rendering.render(post);
        } catch (IllegalArgumentException e) {
            notes.add("“" + entry.title() + "” was left out: " + e.getMessage());
            return Optional.empty();
        }
        String slug = slugs.free(entry.slug().isBlank() ? Slugs.from(entry.title()) : entry.slug(),
                post.id == null ? 0 : post.id);
        if (!slug.equals(entry.slug())) {
            notes.add("“" + entry.title() + "” has the address /" + slug + ", because its own was taken.");
        }
        if (post.id == null) {
            post.slug = slug;
            entities.persist(post);
        } else {
            slugs.move(post, slug);
        }
        revisions.keep(post, null);
        return Optional.of(post);
    }

    private Optional<Post> known(String sourceId) {
        return entities.createQuery("from Post p where p.sourceId = :source", Post.class)
            .setParameter("source", sourceId)
            .getResultStream()
            .findFirst();
    }

    private static void fill(Post post, GhostExport.Entry entry, ImportedPictures pictures) {
        post.sourceId = entry.id();
        post.kind = entry.page() ? PostKind.PAGE : PostKind.POST;
        post.status = status(entry);
        post.access = access(entry.visibility());
        post.title = entry.title().isBlank() ? "Untitled" : entry.title();
        post.lexical = pictures.rewrite(entry.lexical() == null ? htmlDocument(entry.html()) : entry.lexical());
        post.customExcerpt = entry.excerpt();
        post.featured = entry.featured();
        post.picture = entry.picture() == null ? null : pictures.address(entry.picture());
        post.pictureAlt = entry.pictureAlt();
        post.pictureCaption = entry.pictureCaption();
        Optional.ofNullable(entry.picture())
            .map(address -> address.replaceFirst("^(?:__GHOST_URL__)?/", ""))
            .flatMap(pictures::picture)
            .ifPresent(picture -> {
                post.pictureWidth = picture.width();
                post.pictureHeight = picture.height();
            });
        post.searchTitle = entry.searchTitle();
        post.searchDescription = entry.searchDescription();
        post.canonical = entry.canonical();
        post.createdAt = entry.createdAt();
        post.updatedAt = entry.updatedAt();
        post.publishedAt = entry.publishedAt();
        post.version++;
    }

    private static PostStatus status(GhostExport.Entry entry) {
        boolean dated = entry.publishedAt() != null;
        return switch (entry.status()) {
            case "published" -> dated ? PostStatus.PUBLISHED : PostStatus.DRAFT;
            case "scheduled" -> dated ? PostStatus.SCHEDULED : PostStatus.DRAFT;
            case "sent" -> PostStatus.SENT;
            default -> PostStatus.DRAFT;
        };
    }

    private static Access access(String visibility) {
        return switch (visibility) {
            case "", "public" -> Access.PUBLIC;
            case "members" -> Access.MEMBERS;
            default -> Access.PAID;
        };
    }

    private static String htmlDocument(String html) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode root = document.putObject("root").put("type", "root").put("version", 1);
        root.putArray("children").addObject().put("type", "html").put("version", 1).put("html", html);
        return document.toString();
    }

    private static List<Long> ids(List<String> sourceIds, Map<String, Long> known) {
        return sourceIds.stream().map(known::get).filter(Objects::nonNull).toList();
    }
}
