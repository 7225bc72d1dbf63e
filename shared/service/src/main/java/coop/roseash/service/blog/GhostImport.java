package coop.roseash.service.blog;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Imports;
import coop.roseash.contract.blog.Menus;
import coop.roseash.model.blog.Author;
import coop.roseash.model.blog.Tag;
import coop.roseash.service.blog.ghost.GhostExport;

/// Imports a Ghost export in one transaction; rows are known again by their ids in Ghost.
@ApplicationScoped
class GhostImport implements Imports {
    private static final long LOCK = 4_207_215_001L;

    private final EntityManager entities;
    private final PictureStore pictures;
    private final ImportedPosts posts;
    private final Menus menus;
    private final Changes changes;
    private final Clock clock;

    GhostImport(EntityManager entities, PictureStore pictures, ImportedPosts posts, Menus menus, Changes changes,
            Clock clock) {
        this.entities = entities;
        this.pictures = pictures;
        this.posts = posts;
        this.menus = menus;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean isEmpty() {
        return entities.createNativeQuery("SELECT 1 FROM posts LIMIT 1").getResultList().isEmpty();
    }

    @Override
    @Transactional
    @RolesAllowed("admin")
    public Outcome ghost(String json, Files files) {
        GhostExport export;
        try {
            export = GhostExport.read(json);
        } catch (IllegalArgumentException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        }
        entities.createNativeQuery("select pg_advisory_xact_lock(" + LOCK + ")", Object.class).getSingleResult();
        ImportedPictures copied = new ImportedPictures(pictures, files);
        Map<String, Long> authors = authors(export.users(), copied);
        Map<String, Long> tags = tags(export.tags());
        ImportedPosts.Counted counted = posts.bring(export.entries(), authors, tags, copied);
        menu(Menus.Place.PRIMARY, export.primary());
        menu(Menus.Place.FOOTER, export.secondary());
        changes.posts();
        return new Outcome.Imported(counted.posts(), counted.pages(), tags.size(), authors.size(), copied.count(),
                List.copyOf(
                        Stream.concat(counted.notes().stream(), copied.notes().stream()).toList()));
    }

    private Map<String, Long> authors(List<GhostExport.User> users, ImportedPictures copied) {
        Map<String, Long> ids = new HashMap<>();
        for (GhostExport.User user : users) {
            Author author = known(Author.class, user.id(), user.slug(), Author::new);
            author.slug = user.slug();
            author.name = user.name();
            author.bio = user.bio();
            author.email = user.email().isBlank() ? null : user.email();
            author.picture = user.picture() == null ? null : copied.address(user.picture());
            author.sourceId = user.id();
            author.createdAt = Objects.requireNonNullElseGet(author.createdAt, clock::instant);
            ids.put(user.id(), save(author, author.id, () -> author.id));
        }
        return ids;
    }

    private Map<String, Long> tags(List<GhostExport.Tag> tags) {
        Map<String, Long> ids = new HashMap<>();
        for (GhostExport.Tag each : tags) {
            Tag tag = known(Tag.class, each.id(), each.slug(), Tag::new);
            tag.slug = each.slug();
            tag.name = each.name();
            tag.description = each.description();
            tag.internal = each.internal();
            tag.sourceId = each.id();
            ids.put(each.id(), save(tag, tag.id, () -> tag.id));
        }
        return ids;
    }

    private <T> T known(Class<T> type, String sourceId, String slug, Supplier<T> ifNew) {
        return entities.createQuery("from " + type.getSimpleName()
                + " e where e.sourceId = :source or e.slug = :slug order by case when e.sourceId = :source then 0 else 1 end",
                type)
            .setParameter("source", sourceId)
            .setParameter("slug", slug)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElseGet(ifNew);
    }

    private Long save(Object entity, @Nullable Long id, Supplier<Long> idAfter) {
        if (id == null) {
            entities.persist(entity);
        }
        return idAfter.get();
    }

    /// A menu somebody has already made is left alone.
    private void menu(Menus.Place place, List<GhostExport.MenuItem> items) {
        if (menus.of(place).isEmpty()) {
            items.forEach(item -> menus.add(place, null, item.label(), item.address().replace("__GHOST_URL__", "")));
        }
    }
}
