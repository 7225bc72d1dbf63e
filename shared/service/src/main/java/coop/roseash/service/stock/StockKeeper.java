package coop.roseash.service.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.stock.StockMovement.Kind;
import coop.roseash.model.stock.StockReservation.State;
import coop.roseash.service.stock.StockMovements.Change;

/// Counts stock in PostgreSQL, by conditional updates in id order under READ COMMITTED.
@ApplicationScoped
class StockKeeper implements Stock {
    private final StockItems items;
    private final StockReservations reservations;
    private final StockMovements movements;
    private final Clock clock;

    StockKeeper(StockItems items, StockReservations reservations, StockMovements movements, Clock clock) {
        this.items = items;
        this.reservations = reservations;
        this.movements = movements;
        this.clock = clock;
    }

    @Override
    @Transactional
    @RolesAllowed({"shopkeeper", "steward"})
    public CountOutcome count(Sellable item, int onHand, Cause cause) {
        if (onHand < 0) {
            throw new IllegalArgumentException("Cannot have " + onHand + " of " + item);
        }
        items.lock(item);
        List<StockItems.Row> before = items.of(List.of(item));
        if (!before.isEmpty() && movements.isCounted(before.getFirst().id(), cause)) {
            return new CountOutcome.Counted(level(before.getFirst()));
        }
        if (!items.setOnHand(item, onHand)) {
            return new CountOutcome.BelowReserved(level(before.getFirst()));
        }
        StockItems.Row after = items.of(List.of(item)).getFirst();
        int had = before.isEmpty() ? 0 : before.getFirst().onHand();
        movements.write(after.id(), Kind.COUNT, cause, new Change(onHand - had, 0), clock.instant());
        return new CountOutcome.Counted(level(after));
    }

    @Override
    @Transactional
    @RolesAllowed({"shopkeeper", "steward"})
    public CountOutcome adjust(Sellable item, int change, Cause cause) {
        items.lock(item);
        List<StockItems.Row> before = items.of(List.of(item));
        Level level = before.isEmpty() ? new Level(0, 0) : level(before.getFirst());
        int onHand = Math.addExact(level.onHand(), change);
        return onHand < 0 ? new CountOutcome.BelowReserved(level) : count(item, onHand, cause);
    }

    @Override
    @Transactional
    public Map<Sellable, Level> levels(Collection<Sellable> asked) {
        return items.of(asked).stream().collect(Collectors.toMap(StockItems.Row::item, StockKeeper::level));
    }

    @Override
    @Transactional
    public ReserveOutcome reserve(Collection<Quantity> quantities, Cause cause) {
        Map<Sellable, Integer> wanted = sum(quantities);
        boolean opened = reservations.open(cause, clock.instant());
        long reservation = reservations.idOf(cause);
        if (!opened) {
            return new ReserveOutcome.Reserved(reservation);
        }
        List<StockItems.Row> rows = items.of(wanted.keySet());
        List<Long> held = new ArrayList<>();
        for (StockItems.Row row : rows) {
            if (items.reserve(row.id(), wanted(wanted, row))) {
                held.add(row.id());
            }
        }
        if (held.size() == rows.size()) {
            return held(reservation, rows, wanted, cause);
        }
        // The caller's transaction may go on, so what was taken is given back here rather than by a rollback.
        rows.stream()
            .filter(row -> held.contains(row.id()))
            .forEach(row -> items.release(row.id(), wanted(wanted, row)));
        reservations.forget(reservation);
        return new ReserveOutcome.Short(shortages(wanted));
    }

    @Override
    @Transactional
    public void commit(long reservationId) {
        settle(reservationId, State.COMMITTED);
    }

    @Override
    @Transactional
    public void release(long reservationId) {
        settle(reservationId, State.RELEASED);
    }

    private void settle(long reservationId, State to) {
        Instant now = clock.instant();
        if (!reservations.move(reservationId, to, now)) {
            return;
        }
        Cause cause = reservations.causeOf(reservationId).orElseThrow().cause();
        for (StockReservations.Line line : reservations.lines(reservationId)) {
            int quantity = line.quantity();
            if (to == State.COMMITTED) {
                items.sell(line.stockItemId(), quantity);
                movements.write(line.stockItemId(), Kind.COMMIT, cause, new Change(-quantity, -quantity), now);
            } else {
                items.release(line.stockItemId(), quantity);
                movements.write(line.stockItemId(), Kind.RELEASE, cause, new Change(0, -quantity), now);
            }
        }
    }

    private ReserveOutcome held(long reservation, List<StockItems.Row> rows, Map<Sellable, Integer> wanted,
            Cause cause) {
        Instant now = clock.instant();
        for (StockItems.Row row : rows) {
            int quantity = wanted(wanted, row);
            reservations.addLine(reservation, row.id(), quantity);
            movements.write(row.id(), Kind.RESERVE, cause, new Change(0, quantity), now);
        }
        return new ReserveOutcome.Reserved(reservation);
    }

    /// Reads again: the counts have just been seen to be too small, perhaps by another buyer's commit.
    private List<Shortage> shortages(Map<Sellable, Integer> wanted) {
        return items.of(wanted.keySet())
            .stream()
            .filter(row -> level(row).available() < wanted(wanted, row))
            .map(row -> new Shortage(row.item(), wanted(wanted, row), level(row).available()))
            .toList();
    }

    private static Map<Sellable, Integer> sum(Collection<Quantity> quantities) {
        quantities.forEach(quantity -> {
            if (quantity.quantity() <= 0) {
                throw new IllegalArgumentException("Cannot reserve " + quantity);
            }
        });
        return quantities.stream().collect(Collectors.toMap(Quantity::item, Quantity::quantity, Math::addExact));
    }

    private static int wanted(Map<Sellable, Integer> wanted, StockItems.Row row) {
        return Objects.requireNonNull(wanted.get(row.item()));
    }

    private static Level level(StockItems.Row row) {
        return new Level(row.onHand(), row.reserved());
    }
}
