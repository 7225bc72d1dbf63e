package coop.roseash.contract.activity;

import java.util.Optional;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The actors we know, and the way to those we do not know yet.
public interface Actors {
    Optional<Actor> byId(long id);

    /// @param name `rosa` for a member, `blog` for an app, `wren@example.org` for somebody of another server
    Optional<Actor> byName(String name);

    /// The member's actor on federation's own host.
    Actor ofMember(long memberId);

    Actor ofApp(AppName app);

    /// Known actors whose name or handle contains the words; members and apps first.
    Page<Actor> search(String words, PageRequest request);

    /// Finds by full address or profile address, asking the other server (WebFinger) where need be.
    FindOutcome find(String address);

    sealed interface FindOutcome {
        record Found(Actor actor) implements FindOutcome {}

        /// The words are no address of an actor.
        record NotAnAddress() implements FindOutcome {}

        record Unknown() implements FindOutcome {}

        /// The other server did not answer, or not with what an actor is.
        record Unreachable(String host) implements FindOutcome {}

        record Blocked(String host) implements FindOutcome {}
    }
}
