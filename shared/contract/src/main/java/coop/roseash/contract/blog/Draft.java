package coop.roseash.contract.blog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A post or page as its editor holds it, in whatever state.
///
/// @param version counts saves; a save says which version it started from
/// @param change what the form shows and sends back
public record Draft(long id, PostKind kind, PostStatus status, int version, PostChange change,
        @Nullable Picture picture, @Nullable Instant publishedAt, Instant updatedAt) {}
