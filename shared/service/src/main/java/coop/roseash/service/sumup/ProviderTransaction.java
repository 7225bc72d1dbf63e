package coop.roseash.service.sumup;

import coop.roseash.contract.money.Money;

/// A transaction's refunds, which only its events show.
public record ProviderTransaction(String id, int refunds, Money refunded) {}
