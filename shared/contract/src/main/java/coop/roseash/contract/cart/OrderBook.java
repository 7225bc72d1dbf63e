package coop.roseash.contract.cart;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// All orders and payments, for shopkeepers and auditors.
public interface OrderBook {
    /// Newest first.
    Page<Order> orders(Order.@Nullable State state, PageRequest request);

    Optional<OrderFile> file(String number);

    /// Writes every order, attempt, capture, refund, stock item and movement as one JSON object a line.
    void writeAudit(Writer out) throws IOException;

    /// Whether nothing is under way: no payment to look at, no refund to make, no message to handle.
    Quiet quiet();

    /// Everything known about one order.
    record OrderFile(OrderDetails details, List<Event> events, List<Attempt> attempts, List<Capture> captures,
            List<Refund> refunds) {
        public OrderFile {
            events = List.copyOf(events);
            attempts = List.copyOf(attempts);
            captures = List.copyOf(captures);
            refunds = List.copyOf(refunds);
        }
    }

    record Event(@Nullable String from, String to, String cause, Instant at) {}

    record Attempt(String reference, String state, @Nullable String checkoutId, Money amount, @Nullable String problem,
            Instant closesAt) {}

    record Capture(String transactionId, Money amount, boolean settles, Instant at) {}

    record Refund(String transactionId, Money amount, String state, String reason, @Nullable String problem,
            Instant at) {}

    record Quiet(long paymentsDue, long ordersClosing, long refundsOpen, long messagesWaiting) {
        public boolean isQuiet() {
            return paymentsDue + ordersClosing + refundsOpen + messagesWaiting == 0;
        }
    }
}
