package coop.roseash.model.blog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A post as it was saved once.
@Entity
@Table(name = "post_revisions")
public class PostRevision {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "post_id", nullable = false)
    public long postId;
    @Column(name = "title", nullable = false)
    public String title;
    @Column(name = "lexical", nullable = false)
    public String lexical;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "saved_at", nullable = false)
    public Instant savedAt;
    @Column(name = "words", nullable = false)
    public int words;
}
