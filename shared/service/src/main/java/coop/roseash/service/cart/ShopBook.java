package coop.roseash.service.cart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Shows orders, payments and stock movements as they stand in the tables.
@ApplicationScoped
@Transactional
class ShopBook implements OrderBook {
    /// Type → table, and what of it stays in because it opens a door or says who a guest is.
    private record Audited(String type, String table, String hidden) {
        String sql() {
            return "SELECT CAST(jsonb_build_object('type', '" + type + "') || (to_jsonb(x)" + hidden
                    + ") AS TEXT) FROM "
                    + table + " x ORDER BY x.id";
        }
    }

    private static final List<Audited> AUDITED = List.of(
            new Audited("order", "orders", " - 'secret' - 'basket_key' - 'placement_key' - 'placement_hash'"),
            new Audited("order_line", "order_lines", ""), new Audited("order_event", "order_events", ""),
            new Audited("attempt", "payment_attempts", " - 'payment_page'"),
            new Audited("capture", "payment_captures", ""), new Audited("refund", "payment_refunds", ""),
            new Audited("stock_item", "stock_items", ""), new Audited("stock_reservation", "stock_reservations", ""),
            new Audited("stock_movement", "stock_movements", ""));

    private final EntityManager database;
    private final OrderStore orders;
    private final OrderReader reader;
    private final AttemptStore attempts;
    private final MoneyStore money;

    ShopBook(EntityManager database, OrderStore orders, OrderReader reader, AttemptStore attempts, MoneyStore money) {
        this.database = database;
        this.orders = orders;
        this.reader = reader;
        this.attempts = attempts;
        this.money = money;
    }

    @Override
    public Page<Order> orders(Order.@Nullable State state, PageRequest request) {
        return reader.all(state, request);
    }

    @Override
    public Optional<OrderFile> file(String number) {
        return orders.byNumber(number).map(order -> {
            long id = order.id();
            return new OrderFile(reader.details(order),
                    orders.events(id)
                        .stream()
                        .map(row -> new Event(row.fromState(), row.toState(), row.cause(), row.at()))
                        .toList(),
                    attempts.ofOrder(id)
                        .stream()
                        .map(row -> new Attempt(row.reference(), row.state().name(), row.checkoutId(), row.amount(),
                                row.problem(), row.closesAt()))
                        .toList(),
                    money.captures(id)
                        .stream()
                        .map(row -> new Capture(row.transactionId(), row.amount(), row.settles(), row.at()))
                        .toList(),
                    money.refunds(id)
                        .stream()
                        .map(row -> new Refund(row.transactionId(), row.amount(), row.state().name(), row.reason(),
                                row.problem(), row.createdAt()))
                        .toList());
        });
    }

    @Override
    public void writeAudit(Writer out) throws IOException {
        try {
            for (Audited audited : AUDITED) {
                try (Stream<?> lines = database.createNativeQuery(audited.sql())
                    .setHint(HibernateHints.HINT_FETCH_SIZE, 500)
                    .getResultStream()) {
                    lines.forEach(line -> write(out, line));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Quiet quiet() {
        return new Quiet(count("payment_attempts WHERE due_at IS NOT NULL AND state IN ('NEW', 'OPEN')"),
                count("orders WHERE state = 'EXPIRING'"), count("payment_refunds WHERE state <> 'DONE'"),
                count("outbox WHERE done_at IS NULL AND dead_at IS NULL"));
    }

    private long count(String rest) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM " + rest).getSingleResult()).longValue();
    }

    private static void write(Writer out, Object line) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
