package coop.roseash.dev.sumup;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import coop.roseash.dev.sumup.Checkout.Status;
import coop.roseash.dev.sumup.Checkout.Transaction;

/// All checkouts of the merchant: what the provider knows to be true.
final class Books {
    /// The original's sandbox always declines these.
    private static final Set<BigDecimal> ALWAYS_FAIL = Set.of(new BigDecimal("11.00"), new BigDecimal("42.01"),
            new BigDecimal("42.76"), new BigDecimal("42.91"));
    private static final Duration PAGE_LIFE = Duration.ofMinutes(30);

    private final Map<String, Checkout> checkouts = new LinkedHashMap<>();
    private final Map<String, String> challenges = new HashMap<>();
    private final Ledger ledger;
    private final Clock clock;
    private final Faults faults;
    private final Consumer<Checkout> changed;

    /// @param changed told after each change of a checkout's status
    Books(Ledger ledger, Clock clock, Faults faults, Consumer<Checkout> changed) {
        this.ledger = ledger;
        this.clock = clock;
        this.faults = faults;
        this.changed = changed;
        ledger.entries().forEach(entry -> checkouts.put(entry.checkout().id, entry.checkout()));
    }

    sealed interface Payment {
        record Paid() implements Payment {}

        record Declined() implements Payment {}

        record Challenged(String token) implements Payment {}

        record Closed() implements Payment {}
    }

    synchronized Checkout create(Checkout asked) {
        if (checkouts.values().stream().anyMatch(each -> each.reference.equals(asked.reference))) {
            throw Refusal.duplicate();
        }
        asked.id = UUID.randomUUID().toString();
        asked.created = clock.instant();
        if (asked.validUntil == null && asked.hosted) {
            asked.validUntil = asked.created.plus(PAGE_LIFE);
        }
        checkouts.put(asked.id, asked);
        ledger.write(clock.instant(), "CHECKOUT_CREATED", asked);
        return asked;
    }

    synchronized Optional<Checkout> find(String id) {
        return Optional.ofNullable(checkouts.get(id)).map(this::current);
    }

    synchronized List<Checkout> byReference(String reference) {
        return checkouts.values().stream().filter(each -> each.reference.equals(reference)).map(this::current).toList();
    }

    synchronized Checkout deactivate(String id) {
        Checkout checkout = find(id).orElseThrow(Refusal::notFound);
        if (checkout.status == Status.PAID || checkout.status == Status.EXPIRED) {
            throw Refusal.processed();
        }
        return move(checkout, Status.EXPIRED, "CHECKOUT_DEACTIVATED");
    }

    synchronized Payment pay(String id, Card.Effect effect) {
        Checkout checkout = find(id).orElseThrow(Refusal::notFound);
        if (checkout.status == Status.PAID || checkout.status == Status.EXPIRED) {
            return new Payment.Closed();
        }
        if (effect == Card.Effect.CHALLENGED) {
            String token = UUID.randomUUID().toString();
            challenges.put(token, id);
            return new Payment.Challenged(token);
        }
        return settle(checkout, effect == Card.Effect.PAYS && !ALWAYS_FAIL.contains(checkout.amount.setScale(2)));
    }

    /// The bank's answer to a challenge; each can be answered once.
    synchronized Payment answer(String id, String token, boolean approved) {
        if (!id.equals(challenges.remove(token))) {
            return new Payment.Closed();
        }
        return pay(id, approved ? Card.Effect.PAYS : Card.Effect.DECLINED);
    }

    private Payment settle(Checkout checkout, boolean paid) {
        checkout.transactions.add(transaction(checkout, paid ? "SUCCESSFUL" : "FAILED"));
        if (paid && faults.take(Operation.PAY).filter(Fault.SECOND_SUCCESS::equals).isPresent()) {
            checkout.transactions.add(transaction(checkout, "SUCCESSFUL"));
        }
        move(checkout, paid ? Status.PAID : Status.FAILED, paid ? "PAYMENT_SUCCEEDED" : "PAYMENT_FAILED");
        return paid ? new Payment.Paid() : new Payment.Declined();
    }

    /// A payment that arrives on a checkout although it was closed; providers do this, rarely.
    synchronized void payLate(String id) {
        settle(find(id).orElseThrow(Refusal::notFound), true);
    }

    synchronized void refund(String transactionId, @Nullable BigDecimal amount) {
        Checkout checkout = ofTransaction(transactionId).orElseThrow(Refusal::notFound);
        Transaction transaction = transaction(checkout, transactionId, true);
        if (!transaction.isSuccessful()) {
            throw Refusal.conflict("CONFLICT", "The transaction is not refundable in its current state");
        }
        BigDecimal left = transaction.amount.subtract(transaction.refunded());
        BigDecimal back = amount == null ? left : amount;
        if (left.signum() == 0) {
            throw Refusal.conflict("CONFLICT", "The transaction is not refundable in its current state");
        }
        if (back.compareTo(left) > 0) {
            throw Refusal.conflict("NOT_ENOUGH_BALANCE", "The amount is more than what is left of the transaction");
        }
        transaction.events.add(new Checkout.Event(transaction.events.size() + 1L, back, clock.instant()));
        ledger.write(clock.instant(), "REFUNDED", checkout);
    }

    synchronized Optional<Checkout> ofTransaction(String transactionId) {
        return checkouts.values()
            .stream()
            .filter(each -> each.transactions.stream().anyMatch(child -> child.id.equals(transactionId)))
            .findFirst();
    }

    /// Those with a transaction, oldest first.
    synchronized List<Checkout> withTransactions() {
        List<Checkout> found = new ArrayList<>(checkouts.values());
        found.removeIf(each -> each.transactions.isEmpty());
        return found;
    }

    static Transaction transaction(Checkout checkout, String id, boolean byId) {
        return checkout.transactions.stream()
            .filter(each -> (byId ? each.id : each.code).equals(id))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    }

    private Transaction transaction(Checkout checkout, String status) {
        Transaction made = new Transaction();
        made.id = UUID.randomUUID().toString();
        made.code = "T" + made.id.replace("-", "").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
        made.amount = checkout.amount;
        made.currency = checkout.currency;
        made.at = clock.instant();
        made.status = status;
        return made;
    }

    private Checkout current(Checkout checkout) {
        Instant until = checkout.validUntil;
        boolean open = checkout.status == Status.PENDING || checkout.status == Status.FAILED;
        if (open && until != null && !clock.instant().isBefore(until)) {
            return move(checkout, Status.EXPIRED, "CHECKOUT_EXPIRED");
        }
        return checkout;
    }

    private Checkout move(Checkout checkout, Status to, String kind) {
        checkout.status = to;
        ledger.write(clock.instant(), kind, checkout);
        changed.accept(checkout);
        return checkout;
    }
}
