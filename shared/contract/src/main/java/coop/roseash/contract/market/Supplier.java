package coop.roseash.contract.market;

/// Who grows, bakes or delivers what the market sells.
///
/// @param website absolute, or empty
public record Supplier(long id, String slug, String name, String website, String about) {}
