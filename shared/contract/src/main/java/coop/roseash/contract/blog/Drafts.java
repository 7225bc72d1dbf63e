package coop.roseash.contract.blog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Writing, publishing and taking back posts and pages; for authors and editors.
public interface Drafts {
    /// @param status null for all
    Page<DraftRow> list(PostKind kind, @Nullable PostStatus status, PageRequest request);

    Optional<Draft> open(long id);

    SaveOutcome create(PostKind kind, PostChange change, long memberId);

    /// @param version the version the editor started from
    SaveOutcome save(long id, int version, PostChange change, long memberId);

    /// Publishes now, or at a later time; announces it to followers, and sends it as a newsletter where asked.
    PublishOutcome publish(long id, int version, Publication publication);

    /// Takes a published or scheduled post back; its address answers 404 until it is published again.
    PublishOutcome unpublish(long id, int version);

    /// Publishes what was scheduled for now or earlier; any replica may call it at any time.
    int publishDue();

    /// What a reader with every right would see.
    Optional<Post> preview(long id);

    List<Revision> revisions(long id);

    SaveOutcome restore(long id, long revisionId, int version, long memberId);

    boolean mayEdit(long id, long memberId);

    record DraftRow(long id, PostKind kind, PostStatus status, String title, String slug, @Nullable String author,
            Instant updatedAt) {}

    record Revision(long id, Instant savedAt, String title, @Nullable Long memberId, int words) {}

    /// @param at null for now
    /// @param newsletterSlug null for none
    record Publication(@Nullable Instant at, @Nullable String newsletterSlug) {}

    sealed interface SaveOutcome {
        record Saved(Draft draft) implements SaveOutcome {}

        /// Someone else saved in between; nothing was changed.
        record Conflict(Draft current) implements SaveOutcome {}

        /// @param errors field → message
        record Invalid(Map<String, String> errors) implements SaveOutcome {
            public Invalid {
                errors = Map.copyOf(errors);
            }
        }

        record Unknown() implements SaveOutcome {}
    }

    sealed interface PublishOutcome {
        record Done(Draft draft) implements PublishOutcome {}

        record Conflict(Draft current) implements PublishOutcome {}

        record Refused(String field, String message) implements PublishOutcome {}

        record Unknown() implements PublishOutcome {}
    }
}
