package coop.roseash.service.blog;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Activities;
import coop.roseash.contract.activity.Activities.Change;
import coop.roseash.contract.activity.Activities.PublicObject;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.blog.Content;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.Reader;
import coop.roseash.model.blog.Post;

/// Tells followers of the blog about its posts: what everybody may read of them, and no more.
@ApplicationScoped
class Announcements {
    private final EntityManager entities;
    private final Activities activities;
    private final PostRendering rendering;

    Announcements(EntityManager entities, Activities activities, PostRendering rendering) {
        this.entities = entities;
        this.activities = activities;
        this.rendering = rendering;
    }

    void announce(Change change, Post post) {
        if (post.kind == PostKind.POST) {
            activities.announce(change, object(post));
        }
    }

    private PublicObject object(Post post) {
        String open = rendering.absolute(Content.plain(Gate.of(post.html, post.access, Reader.GUEST).html()));
        Map<String, Object> properties = new LinkedHashMap<>();
        if (post.picture != null) {
            properties.put("image", Map.of("type", "Image", "url", rendering.absoluteAddress(post.picture), "name",
                    post.pictureAlt));
        }
        return new PublicObject(AppName.BLOG, "Article", "post/" + post.id, page(post), post.title, post.excerpt, open,
                post.publishedAt == null ? post.createdAt : post.publishedAt, memberOf(post), properties);
    }

    URI page(Post post) {
        return URI.create(rendering.absoluteAddress("/" + post.slug));
    }

    private @Nullable Long memberOf(Post post) {
        List<Long> members = entities.createQuery("""
                select a.memberId from PostAuthor x join Author a on a.id = x.authorId
                where x.postId = :post and a.memberId is not null order by x.position""", Long.class)
            .setParameter("post", post.id)
            .setMaxResults(1)
            .getResultList();
        return members.isEmpty() ? null : members.getFirst();
    }
}
