package coop.roseash.model.blog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.PostKind;
import coop.roseash.contract.blog.PostStatus;

/// A post or page: its Lexical document, and what was rendered from it at the last save.
@Entity
@Table(name = "posts")
public class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    public PostKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    public PostStatus status;
    @Enumerated(EnumType.STRING)
    @Column(name = "access", nullable = false)
    public Access access;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "title", nullable = false)
    public String title;
    @Column(name = "lexical", nullable = false)
    public String lexical;
    @Column(name = "html", nullable = false)
    public String html;
    @Column(name = "public_text", nullable = false)
    public String publicText;
    @Column(name = "custom_excerpt", nullable = false)
    public String customExcerpt;
    @Column(name = "excerpt", nullable = false)
    public String excerpt;
    @Column(name = "reading_minutes", nullable = false)
    public int readingMinutes;
    @Column(name = "featured", nullable = false)
    public boolean featured;
    @Column(name = "picture")
    public @Nullable String picture;
    @Column(name = "picture_alt", nullable = false)
    public String pictureAlt;
    @Column(name = "picture_caption", nullable = false)
    public String pictureCaption;
    @Column(name = "picture_width")
    public @Nullable Integer pictureWidth;
    @Column(name = "picture_height")
    public @Nullable Integer pictureHeight;
    @Column(name = "search_title")
    public @Nullable String searchTitle;
    @Column(name = "search_description")
    public @Nullable String searchDescription;
    @Column(name = "canonical")
    public @Nullable String canonical;
    @Column(name = "newsletter_slug")
    public @Nullable String newsletterSlug;
    @Column(name = "source_id")
    public @Nullable String sourceId;
    @Column(name = "published_at")
    public @Nullable Instant publishedAt;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;
    @Column(name = "version", nullable = false)
    public int version;
}
