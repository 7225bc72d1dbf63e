package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.money.Money;
import coop.roseash.dev.sumup.Card;
import coop.roseash.testing.EmbeddedServices;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class PlacingTest extends Shopper {
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
        await().until(
                () -> count("outbox WHERE topic = 'mail' AND message_key = 'receipt/" + order.order().id() + "'") == 1);
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

    private long count(String rest) {
        return QuarkusTransaction.requiringNew()
            .call(() -> (Long) database.createNativeQuery("SELECT count(*) FROM " + rest, Long.class)
                .getSingleResult());
    }
}
