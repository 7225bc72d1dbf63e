package coop.roseash.service.cart;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.OrderDetails.Payment;
import coop.roseash.contract.cart.OrderDetails.VatLine;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.service.cart.OrderStore.LineRow;

/// Puts orders together from their tables.
@ApplicationScoped
@Transactional
class OrderReader implements Orders {
    private final OrderStore orders;
    private final AttemptStore attempts;

    OrderReader(OrderStore orders, AttemptStore attempts) {
        this.orders = orders;
        this.attempts = attempts;
    }

    @Override
    public Optional<Order> byId(long id) {
        return orders.byId(id).map(row -> order(row, orders.lines(List.of(row.id()))));
    }

    @Override
    public Page<Order> ofMember(long memberId, PageRequest request) {
        return page(orders.ofMember(memberId, request), request);
    }

    Page<Order> all(Order.@Nullable State state, PageRequest request) {
        return page(orders.all(state, request), request);
    }

    OrderDetails details(OrderRow row) {
        List<LineRow> lines = orders.lines(List.of(row.id()));
        boolean waiting = row.state() == Order.State.AWAITING_PAYMENT;
        return new OrderDetails(order(row, lines), row.secret(), vat(row, lines), payment(row),
                waiting ? row.expiresAt() : null,
                row.receiptNumber() == null ? null : "R%06d".formatted(row.receiptNumber()), row.paidAt());
    }

    private Page<Order> page(List<OrderRow> rows, PageRequest request) {
        Map<Long, List<LineRow>> lines = rows.isEmpty()
                ? Map.of()
                : orders.lines(rows.stream().map(OrderRow::id).toList())
                    .stream()
                    .collect(Collectors.groupingBy(LineRow::orderId));
        return Page.of(rows, request).map(row -> order(row, lines.getOrDefault(row.id(), List.of())));
    }

    private static Order order(OrderRow row, List<LineRow> lines) {
        Currency currency = Currency.getInstance(row.currencyCode());
        return new Order(row.id(), row.number(), row.memberId(), row.email(), row.buyerName(), row.state(),
                lines.stream()
                    .map(line -> new Order.Line(line.id(),
                            new Sellable(Sellable.Kind.valueOf(line.kind()), line.itemId()), line.name(),
                            line.detail(), new Money(line.unitMinor(), currency), line.quantity()))
                    .toList(),
                row.total(), row.placedAt());
    }

    private static List<VatLine> vat(OrderRow row, List<LineRow> lines) {
        Currency currency = Currency.getInstance(row.currencyCode());
        Map<Integer, List<LineRow>> byRate = lines.stream()
            .collect(Collectors.groupingBy(LineRow::vatRate, TreeMap::new, Collectors.toList()));
        return byRate.entrySet()
            .stream()
            .map(rate -> new VatLine(rate.getKey(),
                    new Money(rate.getValue().stream().mapToLong(LineRow::totalMinor).sum(), currency),
                    new Money(rate.getValue().stream().mapToLong(LineRow::vatMinor).sum(), currency)))
            .toList()
            .reversed();
    }

    private Payment payment(OrderRow row) {
        return switch (row.state()) {
            case PAID, FULFILLED, PARTLY_REFUNDED -> row.totalMinor() == 0 ? Payment.NOT_NEEDED : Payment.RECEIVED;
            case REFUNDED -> Payment.GIVEN_BACK;
            case UNFULFILLABLE, CANCELLED, EXPIRED, DRAFT -> Payment.NONE;
            case AWAITING_PAYMENT, EXPIRING -> attempts.live(row.id())
                .map(attempt -> "FAILED".equals(attempt.providerStatus()) ? Payment.LAST_TRY_FAILED : Payment.OPEN)
                .orElse(Payment.NOT_STARTED);
        };
    }
}
