package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.CancelOutcome;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.Payments;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.stock.Stock;
import coop.roseash.dev.sumup.Card;
import coop.roseash.dev.sumup.Fault;
import coop.roseash.dev.sumup.Operation;
import coop.roseash.dev.sumup.SandboxClient;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class PaymentTest {
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

    private final Visitor.Guest guest = new Visitor.Guest(UUID.randomUUID().toString());
    private SandboxClient sandbox;
    private int loaves;

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

    @Test
    void turnsABasketIntoAPaidOrder() {
        OrderDetails order = placed();
        assertEquals(State.AWAITING_PAYMENT, order.order().state());
        assertEquals(loaves - 2, available());
        assertTrue(baskets.of(guest).isEmpty());
        sandbox.pay(checkout(order), Card.VISA);
        OrderDetails paid = checkouts.refreshed(order.secret()).orElseThrow();
        assertEquals(State.PAID, paid.order().state());
        assertEquals(OrderDetails.Payment.RECEIVED, paid.payment());
        assertEquals(loaves - 2, available());
        assertEquals(List.of("DRAFT", "AWAITING_PAYMENT", "PAID"), events(order));
        assertEquals(1, count("outbox WHERE topic = 'order-paid' AND message_key = '" + order.order().id() + "'"));
        assertEquals(1, count("outbox WHERE topic = 'mail' AND message_key = 'receipt/" + order.order().id() + "'", 1));
    }

    @Test
    void splitsTheVatByRate() {
        baskets.add(guest, ShopWindow.LOAF, 1);
        baskets.add(guest, ShopWindow.MUG, 1);
        OrderDetails order = place();
        assertEquals(List.of(2000, 0), order.vat().stream().map(OrderDetails.VatLine::basisPoints).toList());
        assertEquals(Money.of(192, "GBP"), order.vat().getFirst().vat());
        assertEquals(Money.of(0, "GBP"), order.vat().getLast().vat());
    }

    @Test
    void numbersReceiptsWithoutAGap() {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OrderDetails order = placed();
            sandbox.pay(checkout(order), Card.VISA);
            String receipt = checkouts.refreshed(order.secret()).orElseThrow().receiptNumber();
            numbers.add(Long.parseLong(receipt.substring(1)));
        }
        assertEquals(numbers.getFirst() + 1, numbers.get(1));
        assertEquals(numbers.getFirst() + 2, numbers.get(2));
    }

    @Test
    void answersTheSameOrderToTheSameForm() throws Exception {
        baskets.add(guest, ShopWindow.LOAF, 2);
        Checkouts.Placement placement = placement("Ash", baskets.of(guest));
        List<PlaceOutcome> outcomes = atOnce(6, () -> checkouts.place(guest, placement));
        assertEquals(1, outcomes.stream()
            .map(outcome -> assertInstanceOf(PlaceOutcome.Placed.class, outcome)
                .details()
                .order()
                .number())
            .distinct()
            .count());
        assertEquals(loaves - 2, available());
        Checkouts.Placement changed = new Checkouts.Placement(placement.key(), placement.email(), "Somebody else",
                placement.total());
        assertInstanceOf(PlaceOutcome.KeyReused.class, checkouts.place(guest, changed));
        baskets.add(guest, ShopWindow.LOAF, 1);
        assertInstanceOf(PlaceOutcome.AlreadyWaiting.class,
                checkouts.place(guest, placement("Ash", baskets.of(guest))));
    }

    @Test
    void placesNothingAtAPriceNobodySaw() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        Checkouts.Placement cheaper = new Checkouts.Placement(UUID.randomUUID().toString(), "a@b.example", "Ash",
                Money.of(1, "GBP"));
        assertInstanceOf(PlaceOutcome.BasketChanged.class, checkouts.place(guest, cheaper));
        assertEquals(2, baskets.of(guest).count());
    }

    @Test
    void saysWhatIsWrongNextToItsField() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        PlaceOutcome outcome = checkouts.place(guest,
                new Checkouts.Placement(UUID.randomUUID().toString(), "not an address", " ", Money.of(640, "GBP")));
        assertEquals(java.util.Set.of("email", "name"),
                assertInstanceOf(PlaceOutcome.Invalid.class, outcome).errors().keySet());
    }

    @Test
    void settlesAFreeOrderWithoutTheProvider() {
        baskets.add(guest, ShopWindow.LEAFLET, 1);
        OrderDetails order = place();
        assertEquals(State.PAID, order.order().state());
        assertEquals(OrderDetails.Payment.NOT_NEEDED, order.payment());
        assertInstanceOf(PayOutcome.NothingToPay.class, checkouts.pay(order.secret()));
    }

    @Test
    void answersTheSamePaymentPageTwice() {
        OrderDetails order = placed();
        assertEquals(checkouts.pay(order.secret()), checkouts.pay(order.secret()));
        assertEquals(1, attempts(order).size());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER", "SERVER_ERROR_AFTER", "MALFORMED"})
    void findsACheckoutWhoseReplyWasLost(Fault fault) {
        OrderDetails order = placed();
        sandbox.fault(Operation.CREATE, fault, 1);
        assertInstanceOf(PayOutcome.Continue.class, checkouts.pay(order.secret()));
        assertEquals(1, attempts(order).size());
        assertEquals(1, sandbox.ledger(attempts(order).getFirst().reference()).size());
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY", "RESET_BEFORE", "SERVER_ERROR", "TOO_MANY_REQUESTS"})
    void triesTheSameAttemptAgainWhenNothingWasMade(Fault fault) {
        OrderDetails order = placed();
        sandbox.fault(Operation.CREATE, fault, 1);
        assertInstanceOf(PayOutcome.Unavailable.class, checkouts.pay(order.secret()));
        assertInstanceOf(PayOutcome.Continue.class, checkouts.pay(order.secret()));
        assertEquals(1, attempts(order).size());
    }

    @Test
    void letsADeclinedBuyerTryAgain() {
        OrderDetails order = placed();
        String checkout = checkout(order);
        sandbox.pay(checkout, Card.DECLINED);
        assertEquals(OrderDetails.Payment.LAST_TRY_FAILED, checkouts.refreshed(order.secret()).orElseThrow().payment());
        assertEquals(checkout, checkout(order));
        sandbox.pay(checkout, Card.VISA);
        assertEquals(State.PAID, checkouts.refreshed(order.secret()).orElseThrow().order().state());
    }

    @Test
    void waitsWhileTheProviderStillSaysPending() {
        OrderDetails order = placed();
        sandbox.pay(checkout(order), Card.VISA);
        sandbox.fault(Operation.GET, Fault.PENDING_THOUGH_PAID, 1);
        assertEquals(State.AWAITING_PAYMENT, checkouts.refreshed(order.secret()).orElseThrow().order().state());
        sandbox.fault(Operation.GET, Fault.NOT_FOUND, 1);
        assertEquals(State.AWAITING_PAYMENT, checkouts.refreshed(order.secret()).orElseThrow().order().state());
        assertEquals(State.PAID, checkouts.refreshed(order.secret()).orElseThrow().order().state());
    }

    @ParameterizedTest
    @EnumSource(names = {"SWAPPED_AMOUNT", "SWAPPED_CURRENCY", "SWAPPED_MERCHANT", "SWAPPED_REFERENCE"})
    void settlesNothingByACheckoutThatIsNotOurs(Fault fault) {
        OrderDetails order = placed();
        sandbox.pay(checkout(order), Card.VISA);
        sandbox.fault(Operation.GET, fault, 1);
        assertEquals(State.AWAITING_PAYMENT, checkouts.refreshed(order.secret()).orElseThrow().order().state());
        assertTrue(file(order).captures().isEmpty());
        assertNotEquals(null, attempts(order).getFirst().problem());
    }

    @Test
    void takesAPaymentOnceHoweverOftenItIsTold() throws Exception {
        OrderDetails order = placed();
        String checkout = checkout(order);
        sandbox.pay(checkout, Card.VISA);
        atOnce(6, () -> {
            assertTrue(payments.notified(checkout));
            poller.look();
            return checkouts.refreshed(order.secret());
        });
        assertEquals(1, file(order).captures().size());
        assertEquals(List.of("DRAFT", "AWAITING_PAYMENT", "PAID"), events(order));
        payments.notified(checkout);
        poller.look();
        assertEquals(1, file(order).captures().size());
    }

    @Test
    void looksAtOnceWhenTheWebhookOvertookTheReply() {
        OrderDetails order = placed();
        assertTrue(!payments.notified("unknown-" + order.order().id()));
        sandbox.pay(checkout(order), Card.VISA);
        due(order);
        poller.look();
        assertEquals(State.PAID, state(order));
    }

    @Test
    void givesASecondPaymentBackOnce() {
        OrderDetails order = placed();
        sandbox.fault(Operation.PAY, Fault.SECOND_SUCCESS, 1);
        sandbox.pay(checkout(order), Card.VISA);
        checkouts.refreshed(order.secret());
        sandbox.fault(Operation.REFUND, Fault.RESET_AFTER, 1);
        refundsDue();
        poller.look();
        refundsDue();
        poller.look();
        OrderBook.OrderFile file = file(order);
        assertEquals(2, file.captures().size());
        assertEquals(1, file.captures().stream().filter(OrderBook.Capture::settles).count());
        assertEquals(List.of("DONE"), file.refunds().stream().map(OrderBook.Refund::state).toList());
        assertEquals(1,
                sandbox.ledger(attempts(order).getFirst().reference()).stream().filter("REFUNDED"::equals).count());
        assertEquals(State.PAID, state(order));
    }

    @Test
    void freesTheStockOfAnUnpaidOrderAfterClosingItsPage() {
        OrderDetails order = placed();
        checkout(order);
        expire(order);
        sandbox.fault(Operation.DEACTIVATE, Fault.SERVER_ERROR, 1);
        poller.look();
        assertEquals(State.EXPIRING, state(order));
        assertEquals(loaves - 2, available());
        expire(order);
        poller.look();
        assertEquals(State.EXPIRED, state(order));
        assertEquals(loaves, available());
        assertEquals(2, baskets.of(guest).count());
        assertEquals(java.util.Optional.of(Basket.News.RETURNED), baskets.takeNews(guest));
        assertNull(checkouts.bySecret(order.secret()).orElseThrow().heldUntil());
    }

    @Test
    void keepsAnOrderThatWasPaidJustBeforeItsEnd() {
        OrderDetails order = placed();
        sandbox.pay(checkout(order), Card.VISA);
        expire(order);
        poller.look();
        assertEquals(State.PAID, state(order));
        assertEquals(List.of("DRAFT", "AWAITING_PAYMENT", "EXPIRING", "PAID"), events(order));
    }

    @Test
    void eitherEndsOrIsPaidWhenBothHappenAtOnce() throws Exception {
        OrderDetails order = placed();
        String checkout = checkout(order);
        expire(order);
        atOnce(2, new ArrayList<>(List.of(() -> {
            poller.look();
            return true;
        }, () -> {
            sandbox.pay(checkout, Card.VISA);
            return true;
        })));
        checkouts.refreshed(order.secret());
        boolean paid = sandbox.ledger(attempts(order).getFirst().reference()).contains("PAYMENT_SUCCEEDED");
        assertEquals(paid ? State.PAID : State.EXPIRED, state(order));
        assertEquals(paid ? loaves - 2 : loaves, available());
    }

    @Test
    void sellsToALateBuyerWhatIsStillThere() {
        OrderDetails order = late();
        assertEquals(State.PAID, state(order));
        assertEquals(loaves - 2, available());
    }

    @Test
    void paysALateBuyerBackWhenItIsSoldOut() {
        OrderDetails order = late(() -> left(0));
        assertEquals(State.UNFULFILLABLE, state(order));
        refundsDue();
        poller.look();
        refundsDue();
        poller.look();
        assertEquals(State.REFUNDED, state(order));
    }

    @Test
    void givesUpAnOrderOnlyWhileItIsUnpaid() {
        OrderDetails order = placed();
        checkout(order);
        assertEquals(new CancelOutcome.Cancelled(), checkouts.cancel(order.secret()));
        assertEquals(loaves, available());
        assertEquals(2, baskets.of(guest).count());
        assertInstanceOf(PayOutcome.NothingToPay.class, checkouts.pay(order.secret()));
        OrderDetails second = place();
        sandbox.pay(checkout(second), Card.VISA);
        assertInstanceOf(CancelOutcome.TooLate.class, checkouts.cancel(second.secret()));
        assertEquals(State.PAID, state(second));
    }

    private OrderDetails late() {
        return late(() -> {
        });
    }

    private OrderDetails late(Runnable meanwhile) {
        OrderDetails order = placed();
        String checkout = checkout(order);
        expire(order);
        poller.look();
        assertEquals(State.EXPIRED, state(order));
        meanwhile.run();
        sandbox.payLate(checkout);
        payments.notified(checkout);
        poller.look();
        return order;
    }

    private OrderDetails placed() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        return place();
    }

    private OrderDetails place() {
        PlaceOutcome outcome = checkouts.place(guest, placement("Ash", baskets.of(guest)));
        return assertInstanceOf(PlaceOutcome.Placed.class, outcome).details();
    }

    private static Checkouts.Placement placement(String name, Basket basket) {
        return new Checkouts.Placement(UUID.randomUUID().toString(), "ash@rose-ash.example", name, basket.total());
    }

    private String checkout(OrderDetails order) {
        String page = assertInstanceOf(PayOutcome.Continue.class, checkouts.pay(order.secret())).paymentPage()
            .toString();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private State state(OrderDetails order) {
        return checkouts.bySecret(order.secret()).orElseThrow().order().state();
    }

    private OrderBook.OrderFile file(OrderDetails order) {
        return book.file(order.order().number()).orElseThrow();
    }

    private List<OrderBook.Attempt> attempts(OrderDetails order) {
        return file(order).attempts();
    }

    private List<String> events(OrderDetails order) {
        return file(order).events().stream().map(OrderBook.Event::to).toList();
    }

    /// Counts so that this many can still be sold, whatever earlier tests hold.
    private void left(int many) {
        Stock.Level level = stock.levels(List.of(ShopWindow.LOAF)).getOrDefault(ShopWindow.LOAF, new Stock.Level(0, 0));
        stock.count(ShopWindow.LOAF, level.reserved() + many, cause());
    }

    private int available() {
        return stock.levels(List.of(ShopWindow.LOAF)).get(ShopWindow.LOAF).available();
    }

    private void expire(OrderDetails order) {
        change("UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = :id", order.order().id());
    }

    private void due(OrderDetails order) {
        change("UPDATE payment_attempts SET due_at = now() - interval '1 second' WHERE order_id = :id",
                order.order().id());
    }

    private void refundsDue() {
        change("UPDATE payment_refunds SET due_at = now() - interval '1 second', leased_until = NULL"
                + " WHERE state <> 'DONE' AND id > :id", 0);
    }

    private void change(String sql, long id) {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery(sql).setParameter("id", id).executeUpdate());
    }

    private long count(String rest) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM " + rest).getSingleResult()).longValue();
    }

    private long count(String rest, long expected) {
        org.awaitility.Awaitility.await()
            .until(() -> QuarkusTransaction.requiringNew().call(() -> count(rest)) == expected);
        return expected;
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        return atOnce(times, new ArrayList<>(java.util.Collections.nCopies(times, task)));
    }

    private static <T> List<T> atOnce(int threadCount, List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(threadCount)) {
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private static Stock.Cause cause() {
        return new Stock.Cause("test", UUID.randomUUID().toString());
    }
}
