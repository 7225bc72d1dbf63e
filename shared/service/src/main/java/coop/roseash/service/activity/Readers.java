package coop.roseash.service.activity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

/// The reader of a list as an actor.
@Singleton
class Readers {
    private static final long GUEST = -1;

    private final LocalActors local;

    Readers(LocalActors local) {
        this.local = local;
    }

    /// The member's actor; -1 for a guest, whom no row belongs to.
    long actorId(@Nullable Long memberId) {
        return memberId == null ? GUEST : local.member(memberId).id;
    }
}
