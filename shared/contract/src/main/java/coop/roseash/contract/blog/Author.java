package coop.roseash.contract.blog;

import org.jspecify.annotations.Nullable;

/// Someone who signs posts.
///
/// @param memberId the member behind the name, where one is known
public record Author(long id, String slug, String name, String bio, @Nullable String picture,
        @Nullable Long memberId) {}
