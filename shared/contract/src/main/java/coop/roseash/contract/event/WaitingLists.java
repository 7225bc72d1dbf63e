package coop.roseash.contract.event;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Visitor;

/// Who waits for a place at a date that is sold out.
public interface WaitingLists {
    JoinOutcome join(long offerId, Person person);

    Optional<Place> byToken(String token);

    /// Puts the place that is held for this person into the visitor's basket.
    TakeOutcome take(String token, Visitor visitor);

    /// Gives the place in the queue, or the offer, to the next.
    void leave(String token);

    record Person(String name, String email, @Nullable Long memberId) {}

    /// @param token unguessable; names the place in addresses
    /// @param ahead how many wait before
    /// @param offerUntil null unless a place is held for them
    record Place(String token, String name, EntryInstance instance, String type, State state, int ahead,
            @Nullable Instant offerUntil) {
        public enum State {
            WAITING, OFFERED, TAKEN, EXPIRED, LEFT
        }

        public boolean isOffered() {
            return state == State.OFFERED;
        }

        public boolean isWaiting() {
            return state == State.WAITING;
        }
    }

    sealed interface JoinOutcome {
        record Joined(Place place) implements JoinOutcome {}

        record AlreadyWaiting() implements JoinOutcome {}

        /// There is no need to wait.
        record StillOnSale() implements JoinOutcome {}

        record Full() implements JoinOutcome {}

        record Invalid(String field, String message) implements JoinOutcome {}

        record UnknownOffer() implements JoinOutcome {}
    }

    sealed interface TakeOutcome {
        record InBasket() implements TakeOutcome {}

        record NoLongerOffered() implements TakeOutcome {}
    }
}
