package coop.roseash.contract.blog;

import org.jspecify.annotations.Nullable;

/// A picture as a page shows it.
///
/// @param address a path on the blog, or an absolute address
/// @param caption plain text; may be empty
/// @param width in pixels; null where unknown
public record Picture(String address, String alt, String caption, @Nullable Integer width, @Nullable Integer height) {}
