package coop.roseash.dev.sumup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One checkout with the payments tried on it; changed only by [Books], under its lock.
final class Checkout {
    enum Status {
        PENDING, FAILED, PAID, EXPIRED
    }

    String id = "";
    String reference = "";
    String merchant = "";
    BigDecimal amount = BigDecimal.ZERO;
    String currency = "";
    @Nullable
    String description;
    @Nullable
    String returnUrl;
    @Nullable
    String redirectUrl;
    boolean hosted;
    Instant created = Instant.EPOCH;
    @Nullable
    Instant validUntil;
    Status status = Status.PENDING;
    List<Transaction> transactions = new ArrayList<>();

    /// One try to pay.
    static final class Transaction {
        String id = "";
        String code = "";
        BigDecimal amount = BigDecimal.ZERO;
        String currency = "";
        Instant at = Instant.EPOCH;
        String status = "";
        List<Event> events = new ArrayList<>();

        BigDecimal refunded() {
            return events.stream().map(Event::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean isSuccessful() {
            return status.equals("SUCCESSFUL");
        }
    }

    /// A refund, as the transaction shows it.
    record Event(long id, BigDecimal amount, Instant at) {}
}
