package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// A note, article, event …, ours or another server's.
@Entity
@Table(name = "ap_object")
public class KnownObject {
    @Id
    @Column(name = "id", nullable = false)
    public Long id;
    @Column(name = "uri", nullable = false)
    public String uri;
    @Column(name = "type", nullable = false)
    public String type;
    @Column(name = "visibility", nullable = false)
    public String visibility;
    @Column(name = "app")
    public @Nullable String app;
    @Column(name = "entity")
    public @Nullable String entity;
    @Column(name = "actor_id", nullable = false)
    public Long actorId;
    @Column(name = "in_reply_to")
    public @Nullable String inReplyTo;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "warning", nullable = false)
    public String warning;
    @Column(name = "content", nullable = false)
    public String content;
    @Column(name = "page", nullable = false)
    public String page;
    @Column(name = "published", nullable = false)
    public Instant published;
    @Column(name = "updated")
    public @Nullable Instant updated;
    @Column(name = "deleted_at")
    public @Nullable Instant deletedAt;
    @ColumnTransformer(read = "cast(document as text)", write = "cast(? as jsonb)")
    @Column(name = "document", nullable = false)
    public String document;
}
