package coop.roseash.contract.market;

import org.jspecify.annotations.Nullable;

/// A shelf, or a department that holds shelves.
///
/// @param parentId null for a department
public record Category(long id, @Nullable Long parentId, String slug, String name) {}
