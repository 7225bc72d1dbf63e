package coop.roseash.model.blog;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// That a post is about a tag; position 0 is the primary one.
@Entity
@Table(name = "post_tags")
@IdClass(PostTag.Key.class)
public class PostTag {
    @Id
    @Column(name = "post_id")
    public long postId;
    @Id
    @Column(name = "tag_id")
    public long tagId;
    @Column(name = "position", nullable = false)
    public int position;

    /// Both ids together.
    public record Key(long postId, long tagId) implements Serializable {}
}
