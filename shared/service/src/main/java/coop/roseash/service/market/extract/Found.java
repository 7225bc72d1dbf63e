package coop.roseash.service.market.extract;

/// A value as it stands on the page, and where.
///
/// @param provenance for example `selector .price` or `json-ld offers.price`
public record Found(String value, String provenance) {}
