package coop.roseash.contract.trade;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;

/// What a sellable costs now; the price includes VAT.
///
/// @param detail size or date, shown under the name; may be empty
/// @param page where the visitor reads about it, absolute
/// @param image null where it has none of its own
public record Offer(Sellable sellable, String name, String detail, Money price, VatClass vat, URI page,
        @Nullable URI image) {}
