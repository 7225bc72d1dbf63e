package coop.roseash.service.blog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import coop.roseash.model.blog.Post;
import coop.roseash.model.blog.PostSlug;

/// The addresses of posts: how they are made, which are taken, and where old ones lead.
@ApplicationScoped
class Slugs {
    private static final int LENGTH = 120;
    private static final Set<String> RESERVED = Set.of("tag", "author", "pictures", "search", "edit", "internal",
            "static",
            "archive", "rss", "atom.xml", "feed.json", "sitemap.xml", "robots.txt", "q", "basket", "sign-in",
            "sign-out",
            "session", "menus", "imports", "styles", "actor", "inbox", "outbox", "favicon.ico", "about.json");

    private final EntityManager entities;

    Slugs(EntityManager entities) {
        this.entities = entities;
    }

    static String from(String words) {
        String plain = Normalizer.normalize(words.replace("£", " pounds ").replace("&", " and "), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
        return plain.length() > LENGTH ? plain.substring(0, LENGTH).replaceAll("-+$", "") : plain;
    }

    boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }

    boolean isTaken(String slug, long exceptPost) {
        return !entities.createQuery("select p.id from Post p where p.slug = :slug and p.id <> :id", Long.class)
            .setParameter("slug", slug)
            .setParameter("id", exceptPost)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    }

    /// The slug itself, or with the first number that makes it free.
    String free(String wanted, long exceptPost) {
        String base = wanted.isEmpty() ? "untitled" : wanted;
        String slug = base;
        for (int i = 2; isReserved(slug) || isTaken(slug, exceptPost); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }

    /// Moves a post to another address; the old one leads to it if anybody may have seen it.
    void move(Post post, String slug) {
        if (slug.equals(post.slug)) {
            return;
        }
        entities.createQuery("delete from PostSlug s where s.slug in :slugs")
            .setParameter("slugs", List.of(slug, post.slug))
            .executeUpdate();
        if (post.publishedAt != null) {
            PostSlug old = new PostSlug();
            old.slug = post.slug;
            old.postId = post.id;
            entities.persist(old);
        }
        post.slug = slug;
    }
}
