package coop.roseash.service.market;

import org.jspecify.annotations.Nullable;

import coop.roseash.service.market.extract.ShopItem;

/// A variant as the market has it now, in the terms a supplier's page is compared in.
public record KnownItem(long variantId, long productId, boolean archived, String page, @Nullable String pictureHash,
        ShopItem item) {}
