package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.Payments;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.stock.Stock;
import coop.roseash.dev.sumup.SandboxClient;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/// A guest who places and pays orders of loaves, and what became of them.
abstract class Shopper {
    @Inject
    Baskets baskets;
    @Inject
    Checkouts checkouts;
    @Inject
    Payments payments;
    @Inject
    OrderBook book;
    @Inject
    PaymentPoller poller;
    @Inject
    Stock stock;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "sumup.base-url")
    String sandboxUrl;

    final Visitor.Guest guest = new Visitor.Guest(UUID.randomUUID().toString());
    SandboxClient sandbox;
    int loaves;

    @BeforeEach
    void stockUp() {
        sandbox = new SandboxClient(sandboxUrl);
        sandbox.noFaults();
        left(40);
        loaves = 40;
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    OrderDetails placed() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        return place();
    }

    OrderDetails place() {
        PlaceOutcome outcome = checkouts.place(guest, placement("Ash", baskets.of(guest)));
        return assertInstanceOf(PlaceOutcome.Placed.class, outcome).details();
    }

    static Checkouts.Placement placement(String name, Basket basket) {
        return new Checkouts.Placement(UUID.randomUUID().toString(), "ash@rose-ash.example", name, basket.total());
    }

    String checkout(OrderDetails order) {
        String page = assertInstanceOf(PayOutcome.Continue.class, checkouts.pay(order.secret())).paymentPage()
            .toString();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    State state(OrderDetails order) {
        return checkouts.bySecret(order.secret()).orElseThrow().order().state();
    }

    OrderBook.OrderFile file(OrderDetails order) {
        return book.file(order.order().number()).orElseThrow();
    }

    List<OrderBook.Attempt> attempts(OrderDetails order) {
        return file(order).attempts();
    }

    List<String> events(OrderDetails order) {
        return file(order).events().stream().map(OrderBook.Event::to).toList();
    }

    /// Counts so that this many can still be sold, whatever earlier tests hold.
    void left(int many) {
        Stock.Level level = stock.levels(List.of(ShopWindow.LOAF)).getOrDefault(ShopWindow.LOAF, new Stock.Level(0, 0));
        stock.count(ShopWindow.LOAF, level.reserved() + many,
                new Stock.Cause("test", UUID.randomUUID().toString()));
    }

    int available() {
        return stock.levels(List.of(ShopWindow.LOAF)).get(ShopWindow.LOAF).available();
    }

    void refundsDue() {
        change("UPDATE payment_refunds SET due_at = now() - interval '1 second', leased_until = NULL"
                + " WHERE state <> 'DONE' AND id > :id", 0);
    }

    void change(String sql, long id) {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery(sql).setParameter("id", id).executeUpdate());
    }

    static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        return atOnce(times, new ArrayList<>(Collections.nCopies(times, task)));
    }

    static <T> List<T> atOnce(int threadCount, List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(threadCount)) {
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
