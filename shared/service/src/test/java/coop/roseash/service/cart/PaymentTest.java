package coop.roseash.service.cart;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.dev.sumup.Card;
import coop.roseash.dev.sumup.Fault;
import coop.roseash.dev.sumup.Operation;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class PaymentTest extends Shopper {
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

    private void due(OrderDetails order) {
        change("UPDATE payment_attempts SET due_at = now() - interval '1 second' WHERE order_id = :id",
                order.order().id());
    }
}
