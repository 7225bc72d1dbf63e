package coop.roseash.model.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// An address a post had before; it leads to the post still.
@Entity
@Table(name = "post_slugs")
public class PostSlug {
    @Id
    @Column(name = "slug")
    public String slug;
    @Column(name = "post_id", nullable = false)
    public long postId;
}
