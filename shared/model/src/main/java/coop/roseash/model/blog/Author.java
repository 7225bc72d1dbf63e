package coop.roseash.model.blog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// Someone who signs posts, with or without a member behind the name.
@Entity
@Table(name = "authors")
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "bio", nullable = false)
    public String bio;
    @Column(name = "email")
    public @Nullable String email;
    @Column(name = "picture")
    public @Nullable String picture;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "source_id")
    public @Nullable String sourceId;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
