package coop.roseash.model.blog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
    public String email;
    @Column(name = "picture")
    public String picture;
    @Column(name = "member_id")
    public Long memberId;
    @Column(name = "source_id")
    public String sourceId;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
