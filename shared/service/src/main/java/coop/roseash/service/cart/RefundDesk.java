package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jboss.logging.Logger;

import coop.roseash.model.cart.PaymentRefund.State;
import coop.roseash.service.cart.MoneyStore.RefundRow;
import coop.roseash.service.sumup.ProviderTransaction;
import coop.roseash.service.sumup.Reply;
import coop.roseash.service.sumup.SumUp;

/// Gives captures back in full. A refund is done only when the transaction's events show it.
///
/// Asking twice for all of a transaction gives it back once: the provider refuses the second. So a lost reply may be
/// followed by another try, which would be wrong for a part.
@ApplicationScoped
@Transactional(TxType.NEVER)
class RefundDesk {
    private static final Logger LOG = Logger.getLogger(RefundDesk.class);
    private static final int AT_ONCE = 20;

    private final MoneyStore money;
    private final OrderBooking booking;
    private final SumUp sumup;
    private final CartConfig config;
    private final Clock clock;

    RefundDesk(MoneyStore money, OrderBooking booking, SumUp sumup, CartConfig config, Clock clock) {
        this.money = money;
        this.booking = booking;
        this.sumup = sumup;
        this.config = config;
        this.clock = clock;
    }

    List<Long> claimDue() {
        return money.claimDueRefunds(clock.instant(), config.lease(), AT_ONCE);
    }

    void process(long refundId) {
        RefundRow refund = money.refund(refundId).orElseThrow();
        switch (sumup.transaction(refund.transactionId())) {
            case Reply.Ok<ProviderTransaction>(ProviderTransaction transaction) -> told(refund, transaction);
            case Reply.NotFound<ProviderTransaction>() -> later(refund, "transaction not known yet");
            case Reply.Refused<ProviderTransaction>(int status, String code) -> later(refund, status + " " + code);
            case Reply.Uncertain<ProviderTransaction>(String why) -> later(refund, why);
        }
    }

    private void told(RefundRow refund, ProviderTransaction transaction) {
        if (transaction.refunded().compareTo(refund.amount()) >= 0) {
            booking.refunded(refund.id());
            return;
        }
        Instant soon = clock.instant().plus(config.looks().getFirst());
        if (refund.state() == State.NEW && !money.sent(refund.id(), transaction.refunds(), soon)) {
            return;
        }
        switch (sumup.refund(refund.transactionId())) {
            case Reply.Ok<Boolean>(Boolean _) -> money.tryAgain(refund.id(), soon, null);
            case Reply.NotFound<Boolean>() -> later(refund, "transaction not known yet");
            case Reply.Refused<Boolean>(int status, String code) -> later(refund, status + " " + code);
            case Reply.Uncertain<Boolean>(String why) -> later(refund, why);
        }
    }

    private void later(RefundRow refund, String problem) {
        List<Duration> pauses = config.looks();
        LOG.warnf("Refund %d of order %d waits: %s", refund.id(), refund.orderId(), problem);
        money.tryAgain(refund.id(), clock.instant().plus(pauses.get(Math.min(2, pauses.size() - 1))), problem);
    }
}
