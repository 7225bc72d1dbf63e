package coop.roseash.service.stock;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.stock.Stock.Cause;
import coop.roseash.contract.stock.Stock.CountOutcome;
import coop.roseash.contract.stock.Stock.Level;
import coop.roseash.contract.stock.Stock.Quantity;
import coop.roseash.contract.stock.Stock.ReserveOutcome;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class StockKeeperTest {
    private static final Sellable LOAF = Sellable.product(970_001);
    private static final Sellable SEAT = Sellable.ticket(970_001);

    @Inject
    Stock stock;
    @Inject
    EntityManager database;

    @BeforeEach
    void countAfresh() {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery("DELETE FROM stock_reservation_lines; DELETE FROM stock_movements;"
                    + " DELETE FROM stock_reservations; DELETE FROM stock_items")
                .executeUpdate());
        stock.count(LOAF, 5, cause());
        stock.count(SEAT, 2, cause());
    }

    @Test
    void holdsThenSells() {
        long reservation = reserved(stock.reserve(List.of(new Quantity(LOAF, 3), new Quantity(SEAT, 1)), cause()));
        assertEquals(new Level(5, 3), level(LOAF));
        stock.commit(reservation);
        assertEquals(new Level(2, 0), level(LOAF));
        assertEquals(new Level(1, 0), level(SEAT));
    }

    @Test
    void sellsAReservationOnce() {
        long reservation = reserved(stock.reserve(List.of(new Quantity(LOAF, 3)), cause()));
        stock.commit(reservation);
        stock.commit(reservation);
        stock.release(reservation);
        assertEquals(new Level(2, 0), level(LOAF));
    }

    @Test
    void givesBackAReservationOnce() {
        long reservation = reserved(stock.reserve(List.of(new Quantity(LOAF, 3)), cause()));
        stock.release(reservation);
        stock.release(reservation);
        stock.commit(reservation);
        assertEquals(new Level(5, 0), level(LOAF));
    }

    @Test
    void answersTheSameReservationForTheSameCause() {
        Cause cause = cause();
        long first = reserved(stock.reserve(List.of(new Quantity(LOAF, 3)), cause));
        assertEquals(first, reserved(stock.reserve(List.of(new Quantity(LOAF, 3)), cause)));
        assertEquals(new Level(5, 3), level(LOAF));
    }

    @Test
    void holdsNothingWhenOneItemIsShortAndSaysWhich() {
        Cause cause = cause();
        List<Quantity> tooMany = List.of(new Quantity(LOAF, 3), new Quantity(SEAT, 3));
        ReserveOutcome outcome = stock.reserve(tooMany, cause);
        assertEquals(new ReserveOutcome.Short(List.of(new Stock.Shortage(SEAT, 3, 2))), outcome);
        assertEquals(new Level(5, 0), level(LOAF));
        assertEquals(new Level(2, 0), level(SEAT));
        stock.count(SEAT, 3, cause());
        reserved(stock.reserve(tooMany, cause));
    }

    @Test
    void addsUpTheSameItemOnTwoLines() {
        assertInstanceOf(ReserveOutcome.Short.class,
                stock.reserve(List.of(new Quantity(LOAF, 3), new Quantity(LOAF, 3)), cause()));
    }

    @Test
    void sellsWhatWasNeverCountedWithoutLimit() {
        Sellable download = Sellable.product(970_999);
        reserved(stock.reserve(List.of(new Quantity(download, 1_000)), cause()));
        assertTrue(stock.levels(List.of(download)).isEmpty());
    }

    @Test
    void neverCountsBelowWhatIsReserved() {
        reserved(stock.reserve(List.of(new Quantity(LOAF, 3)), cause()));
        assertEquals(new CountOutcome.BelowReserved(new Level(5, 3)), stock.count(LOAF, 2, cause()));
        assertEquals(new CountOutcome.Counted(new Level(3, 3)), stock.count(LOAF, 3, cause()));
    }

    @Test
    void countsTheSameDeliveryOnce() {
        Cause delivery = cause();
        stock.count(LOAF, 9, delivery);
        stock.commit(reserved(stock.reserve(List.of(new Quantity(LOAF, 1)), cause())));
        assertEquals(new CountOutcome.Counted(new Level(8, 0)), stock.count(LOAF, 9, delivery));
    }

    @Test
    void putsBackASoldPlaceOncePerCause() {
        stock.commit(reserved(stock.reserve(List.of(new Quantity(SEAT, 2)), cause())));
        Cause cancelled = cause();
        assertEquals(new CountOutcome.Counted(new Level(1, 0)), stock.adjust(SEAT, 1, cancelled));
        assertEquals(new CountOutcome.Counted(new Level(1, 0)), stock.adjust(SEAT, 1, cancelled));
        assertInstanceOf(CountOutcome.BelowReserved.class, stock.adjust(SEAT, -2, cause()));
    }

    @Test
    void refusesQuantitiesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> stock.reserve(List.of(new Quantity(LOAF, 0)), cause()));
        assertThrows(IllegalArgumentException.class, () -> stock.count(LOAF, -1, cause()));
    }

    @Test
    void sellsTheLastOnesToNoMoreBuyersThanThereAre() throws Exception {
        stock.count(LOAF, 10, cause());
        stock.count(SEAT, 10, cause());
        List<ReserveOutcome> outcomes = atOnce(24, buyer -> {
            // Half name the items in the other order: the rows must still be taken in one order.
            List<Quantity> wanted = List.of(new Quantity(LOAF, 1), new Quantity(SEAT, 1));
            return stock.reserve(buyer % 2 == 0 ? wanted : wanted.reversed(), cause());
        });
        assertEquals(10, outcomes.stream().filter(ReserveOutcome.Reserved.class::isInstance).count());
        assertEquals(new Level(10, 10), level(LOAF));
        assertEquals(new Level(10, 10), level(SEAT));
    }

    @Test
    void oneReservationComesOutOfManyAskingForTheSameCause() throws Exception {
        Cause cause = cause();
        List<ReserveOutcome> outcomes = atOnce(8, _ -> stock.reserve(List.of(new Quantity(LOAF, 2)), cause));
        assertEquals(1, outcomes.stream().distinct().count());
        assertEquals(new Level(5, 2), level(LOAF));
    }

    @Test
    void theJournalAddsUpToTheCounts() {
        stock.commit(reserved(stock.reserve(List.of(new Quantity(LOAF, 2)), cause())));
        stock.release(reserved(stock.reserve(List.of(new Quantity(LOAF, 1)), cause())));
        reserved(stock.reserve(List.of(new Quantity(LOAF, 1)), cause()));
        Object[] sums = (Object[]) database.createNativeQuery("""
                SELECT sum(m.on_hand_change), sum(m.reserved_change) FROM stock_movements m
                JOIN stock_items i ON i.id = m.stock_item_id WHERE i.kind = 'PRODUCT'""").getSingleResult();
        assertEquals(new Level(((Number) sums[0]).intValue(), ((Number) sums[1]).intValue()), level(LOAF));
    }

    private Level level(Sellable item) {
        return stock.levels(List.of(item)).get(item);
    }

    private static long reserved(ReserveOutcome outcome) {
        return assertInstanceOf(ReserveOutcome.Reserved.class, outcome).reservationId();
    }

    private static Cause cause() {
        return new Cause("test", UUID.randomUUID().toString());
    }

    interface Buyer<T> {
        T buy(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int buyers, Buyer<T> buyer) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<T>> tasks = IntStream.range(0, buyers)
                .mapToObj(i -> (Callable<T>) () -> buyer.buy(i))
                .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }
}
