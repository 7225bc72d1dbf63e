package coop.roseash.model.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A subject of posts.
@Entity
@Table(name = "tags")
public class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "internal", nullable = false)
    public boolean internal;
    @Column(name = "source_id")
    public @Nullable String sourceId;
}
