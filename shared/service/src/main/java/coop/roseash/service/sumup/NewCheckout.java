package coop.roseash.service.sumup;

import java.net.URI;
import java.time.Instant;

import coop.roseash.contract.money.Money;

/// A checkout to be made, with a hosted page.
///
/// @param reference ours, unique for ever with this merchant, at most 90 characters
/// @param redirect where the buyer comes back to
public record NewCheckout(String reference, String merchant, Money amount, String description, URI redirect,
        Instant validUntil) {}
