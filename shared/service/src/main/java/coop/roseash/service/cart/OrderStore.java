package coop.roseash.service.cart;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.cart.OrderEvent;
import coop.roseash.model.cart.OrderLine;
import coop.roseash.model.cart.PlacedOrder;

/// The tables of the orders. States change here only, one event row each.
@ApplicationScoped
@Transactional
class OrderStore {
    private final EntityManager database;

    record LineRow(long id, long orderId, String kind, long itemId, String name, String detail, long unitMinor,
            int quantity, long totalMinor, int vatRate, long vatMinor) {}

    record EventRow(@Nullable String fromState, String toState, String cause, Instant at) {}

    OrderStore(EntityManager database) {
        this.database = database;
    }

    long nextId() {
        return ((Number) database.createNativeQuery("SELECT nextval(pg_get_serial_sequence('orders', 'id'))")
            .getSingleResult()).longValue();
    }

    /// With an id of [#nextId].
    void insert(PlacedOrder order, List<OrderLine> lines) {
        database.createNativeQuery("""
                INSERT INTO orders (id, number, secret, basket_key, placement_key, placement_hash, member_id, email,
                    buyer_name, state, currency, total_minor, reservation_id, placed_at, expires_at)
                VALUES (:id, :number, :secret, :basket, :key, :hash, :member, :email, :name, :state, :currency, :total,
                    :reservation, :placed, :expires)""")
            .setParameter("id", order.id)
            .setParameter("number", order.number)
            .setParameter("secret", order.secret)
            .setParameter("basket", order.basketKey)
            .setParameter("key", order.placementKey)
            .setParameter("hash", order.placementHash)
            .setParameter("member", order.memberId)
            .setParameter("email", order.email)
            .setParameter("name", order.buyerName)
            .setParameter("state", order.state)
            .setParameter("currency", order.currency)
            .setParameter("total", order.totalMinor)
            .setParameter("reservation", order.reservationId)
            .setParameter("placed", order.placedAt)
            .setParameter("expires", order.expiresAt)
            .executeUpdate();
        lines.forEach(database::persist);
        note(order.id, null, State.valueOf(order.state), "placed", order.placedAt);
    }

    /// Keeps the order's state as it is until the transaction ends.
    State lock(long id) {
        return State.valueOf((String) database.createNativeQuery("SELECT state FROM orders WHERE id = :id FOR UPDATE")
            .setParameter("id", id)
            .getSingleResult());
    }

    /// Changes the state if it is still `from`, with its event.
    ///
    /// @throws IllegalStateException when no order may ever go this way
    boolean move(long id, State from, State to, String cause, Instant now) {
        if (!OrderStates.after(from).contains(to)) {
            throw new IllegalStateException(
                    "An order goes from " + from + " to " + OrderStates.after(from) + ", not " + to);
        }
        int changed = database.createNativeQuery("UPDATE orders SET state = :to WHERE id = :id AND state = :from")
            .setParameter("to", to.name())
            .setParameter("id", id)
            .setParameter("from", from.name())
            .executeUpdate();
        if (changed == 1) {
            note(id, from, to, cause, now);
        }
        return changed == 1;
    }

    /// The next receipt number; taken back with the transaction, so that there is no gap.
    void receipt(long id, Instant paidAt) {
        database.createNativeQuery("""
                WITH next AS (UPDATE receipt_counter SET last = last + 1 RETURNING last)
                UPDATE orders SET receipt_number = next.last, paid_at = :at FROM next WHERE id = :id""")
            .setParameter("at", paidAt)
            .setParameter("id", id)
            .executeUpdate();
    }

    void holdUntil(long id, Instant time) {
        database.createNativeQuery("UPDATE orders SET expires_at = greatest(expires_at, :time) WHERE id = :id")
            .setParameter("time", time)
            .setParameter("id", id)
            .executeUpdate();
    }

    /// Unpaid orders whose time is over; they are this process's until `retryAt`.
    List<Long> claimExpired(Instant now, Instant retryAt, int limit) {
        return database.createNativeQuery("""
                UPDATE orders SET expires_at = :retry WHERE id IN (
                    SELECT id FROM orders WHERE state IN ('AWAITING_PAYMENT', 'EXPIRING') AND expires_at <= :now
                    ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id""", Long.class)
            .setParameter("retry", retryAt)
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultStream()
            .map(id -> ((Number) id).longValue())
            .toList();
    }

    Optional<OrderRow> byId(long id) {
        return orders("where id = :id").setParameter("id", id).getResultStream().findFirst();
    }

    Optional<OrderRow> bySecret(String secret) {
        return orders("where secret = :secret").setParameter("secret", secret).getResultStream().findFirst();
    }

    Optional<OrderRow> byNumber(String number) {
        return orders("where number = :number").setParameter("number", number).getResultStream().findFirst();
    }

    Optional<OrderRow> byPlacement(String basketKey, String placementKey) {
        return orders("where basketKey = :basket and placementKey = :key").setParameter("basket", basketKey)
            .setParameter("key", placementKey)
            .getResultStream()
            .findFirst();
    }

    Optional<OrderRow> live(String basketKey) {
        return orders("where basketKey = :basket and state in ('DRAFT', 'AWAITING_PAYMENT', 'EXPIRING')")
            .setParameter("basket", basketKey)
            .getResultStream()
            .findFirst();
    }

    /// One more than asked for, when there are more.
    List<OrderRow> ofMember(long memberId, PageRequest page) {
        return paged(orders("where memberId = :member order by id desc").setParameter("member", memberId), page);
    }

    List<OrderRow> all(@Nullable State state, PageRequest page) {
        return state == null
                ? paged(orders("order by id desc"), page)
                : paged(orders("where state = :state order by id desc").setParameter("state", state.name()), page);
    }

    List<LineRow> lines(Collection<Long> orderIds) {
        return database.createQuery("""
                select id, orderId, kind, itemId, name, detail, unitMinor, quantity, totalMinor, vatRate, vatMinor
                from OrderLine where orderId in :orders order by orderId, lineNumber""", LineRow.class)
            .setParameter("orders", orderIds)
            .getResultList();
    }

    List<EventRow> events(long orderId) {
        return database
            .createQuery("select fromState, toState, cause, at from OrderEvent where orderId = :order order by id",
                    EventRow.class)
            .setParameter("order", orderId)
            .getResultList();
    }

    private TypedQuery<OrderRow> orders(String rest) {
        return database.createQuery(OrderRow.SELECT + rest, OrderRow.class);
    }

    private static List<OrderRow> paged(TypedQuery<OrderRow> query, PageRequest page) {
        return query.setFirstResult(page.offset()).setMaxResults(page.size() + 1).getResultList();
    }

    private void note(long orderId, @Nullable State from, State to, String cause, Instant now) {
        OrderEvent event = new OrderEvent();
        event.orderId = orderId;
        event.fromState = from == null ? null : from.name();
        event.toState = to.name();
        event.cause = cause;
        event.at = now;
        database.persist(event);
    }
}
