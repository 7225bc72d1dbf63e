package coop.roseash.contract.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Members' notes and what others answer; a reader is a member's id, or null for a guest.
public interface Notes {
    /// The longest text of a note, in characters.
    int MAXIMUM_LENGTH = 5000;

    PostOutcome post(Draft draft);

    Optional<Note> byId(long id, @Nullable Long reader);

    /// The notes it answers, from the first one down.
    List<Note> ancestors(long id, @Nullable Long reader);

    Page<Note> replies(long id, @Nullable Long reader, PageRequest request);

    /// Who should be named in an answer: `@wren@example.org @sam`, without the reader.
    String addressees(long id, long reader);

    /// @return false when the reader may not see the note
    boolean react(long memberId, long id, Reaction reaction);

    boolean takeBack(long memberId, long id, Reaction reaction);

    /// Deletes the member's own note, everywhere.
    ///
    /// @return false when it is not theirs
    boolean remove(long memberId, long id);

    enum Reaction {
        LIKE, BOOST
    }

    /// @param text plain; addresses and links in it become links
    /// @param inReplyTo the note it answers, or null
    /// @param published null for now; a past time for what is taken over from elsewhere
    record Draft(long memberId, String text, String warning, Visibility visibility, @Nullable Long inReplyTo,
            @Nullable Instant published) {}

    sealed interface PostOutcome {
        record Posted(long id) implements PostOutcome {}

        record Empty() implements PostOutcome {}

        record TooLong(int length, int maximum) implements PostOutcome {}

        record TooManyMentions(int maximum) implements PostOutcome {}

        /// The note to answer is gone, or the member may not see it.
        record NothingToAnswer() implements PostOutcome {}
    }
}
