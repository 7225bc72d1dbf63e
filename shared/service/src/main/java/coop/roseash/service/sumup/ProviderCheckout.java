package coop.roseash.service.sumup;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;

/// A checkout as SumUp tells it.
///
/// @param page where the buyer pays; null for one without a hosted page
public record ProviderCheckout(String id, String reference, String merchant, Money amount, Status status,
        @Nullable URI page, List<Child> transactions) {
    public enum Status {
        PENDING, FAILED, PAID, EXPIRED
    }

    /// One try to pay.
    public record Child(String id, Money amount, boolean successful) {}

    public ProviderCheckout {
        transactions = List.copyOf(transactions);
    }

    public List<Child> successes() {
        return transactions.stream().filter(Child::successful).toList();
    }
}
