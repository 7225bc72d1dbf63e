package coop.roseash.service.market.scrape;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.ProductField;
import coop.roseash.service.market.extract.ShopItem;

/// A found item as the run keeps it until it is applied.
///
/// @param provenance where each field was read
record KeptItem(ShopItem item, @Nullable String pictureHash, Map<ProductField, String> provenance) {}
