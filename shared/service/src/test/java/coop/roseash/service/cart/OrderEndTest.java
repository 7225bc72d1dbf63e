package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Checkouts.CancelOutcome;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.dev.sumup.Card;
import coop.roseash.dev.sumup.Fault;
import coop.roseash.dev.sumup.Operation;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class OrderEndTest extends Shopper {
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

    private void expire(OrderDetails order) {
        change("UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = :id", order.order().id());
    }
}
