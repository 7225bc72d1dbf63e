package coop.roseash.contract.activity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Something a member should hear of.
///
/// @param note what it is about; null for a new follower
public record Notification(long id, Kind kind, Actor actor, @Nullable Note note, Instant at, boolean read) {
    public enum Kind {
        FOLLOW, MENTION, REPLY, LIKE, BOOST
    }
}
