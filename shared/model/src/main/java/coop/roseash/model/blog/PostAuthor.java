package coop.roseash.model.blog;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// That an author signs a post; position 0 comes first.
@Entity
@Table(name = "post_authors")
@IdClass(PostAuthor.Key.class)
public class PostAuthor {
    @Id
    @Column(name = "post_id")
    public long postId;
    @Id
    @Column(name = "author_id")
    public long authorId;
    @Column(name = "position", nullable = false)
    public int position;

    /// Both ids together.
    public record Key(long postId, long authorId) implements Serializable {}
}
