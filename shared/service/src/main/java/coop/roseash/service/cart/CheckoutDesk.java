package coop.roseash.service.cart;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.member.Visitor;
import coop.roseash.service.sumup.SumUp;

/// Serves the buyer: places, pays, shows and gives up orders.
@ApplicationScoped
class CheckoutDesk implements Checkouts {
    /// A page that closes sooner is not worth sending anybody to.
    private static final Duration TIME_TO_PAY = Duration.ofSeconds(20);

    private final OrderPlacement placement;
    private final AttemptWriting writing;
    private final AttemptOpening opening;
    private final AttemptStore attempts;
    private final OrderClosing closing;
    private final Settlement settlement;
    private final OrderStore orders;
    private final OrderReader reader;
    private final BasketStore baskets;
    private final SumUp sumup;
    private final Clock clock;

    CheckoutDesk(OrderPlacement placement, AttemptWriting writing, AttemptOpening opening, AttemptStore attempts,
            OrderClosing closing, Settlement settlement, OrderStore orders, OrderReader reader, BasketStore baskets,
            SumUp sumup, Clock clock) {
        this.placement = placement;
        this.writing = writing;
        this.opening = opening;
        this.attempts = attempts;
        this.closing = closing;
        this.settlement = settlement;
        this.orders = orders;
        this.reader = reader;
        this.baskets = baskets;
        this.sumup = sumup;
        this.clock = clock;
    }

    @Override
    public PlaceOutcome place(Visitor visitor, Placement wanted) {
        Buyer buyer = Buyer.of(wanted);
        Map<String, String> errors = buyer.errors();
        if (!errors.isEmpty()) {
            return new PlaceOutcome.Invalid(errors);
        }
        return visitor.key().isEmpty() ? new PlaceOutcome.BasketEmpty() : placement.place(visitor, buyer);
    }

    @Override
    @Transactional(TxType.NEVER)
    public PayOutcome pay(String secret) {
        Optional<OrderRow> order = orders.bySecret(secret);
        if (order.isEmpty()) {
            return new PayOutcome.NoSuchOrder();
        }
        if (!sumup.isConfigured()) {
            return new PayOutcome.Unavailable();
        }
        Optional<AttemptRow> attempt = writing.liveOrNew(order.get().id());
        if (attempt.isPresent() && isNearlyOver(attempt.get())) {
            if (!closing.shutPayment(order.get().id())) {
                return new PayOutcome.Unavailable();
            }
            attempt = writing.liveOrNew(order.get().id());
        }
        if (attempt.isEmpty()) {
            return new PayOutcome.NothingToPay(details(secret));
        }
        String page = attempt.get().paymentPage();
        return (page == null ? opening.open(attempt.get(), order.get()) : Optional.of(URI.create(page)))
            .<PayOutcome>map(PayOutcome.Continue::new)
            .orElseGet(PayOutcome.Unavailable::new);
    }

    @Override
    @Transactional(TxType.NEVER)
    public CancelOutcome cancel(String secret) {
        Optional<OrderRow> order = orders.bySecret(secret);
        if (order.isEmpty()) {
            return new CancelOutcome.NoSuchOrder();
        }
        if (order.get().state() == State.AWAITING_PAYMENT && closing.cancel(order.get().id())) {
            return new CancelOutcome.Cancelled();
        }
        OrderDetails now = details(secret);
        return now.isPayable() ? new CancelOutcome.Unavailable() : new CancelOutcome.TooLate(now);
    }

    @Override
    @Transactional
    public Optional<OrderDetails> bySecret(String secret) {
        return orders.bySecret(secret).map(reader::details);
    }

    @Override
    @Transactional
    public Optional<OrderDetails> ofMember(long memberId, String number) {
        return orders.byNumber(number)
            .filter(order -> Long.valueOf(memberId).equals(order.memberId()))
            .map(reader::details);
    }

    @Override
    @Transactional(TxType.NEVER)
    public Optional<OrderDetails> refreshed(String secret) {
        orders.bySecret(secret)
            .flatMap(order -> attempts.live(order.id()))
            .ifPresent(attempt -> settlement.settle(attempt.id()));
        return orders.bySecret(secret).map(reader::details);
    }

    @Override
    @Transactional
    public Optional<OrderDetails> waiting(Visitor visitor) {
        return visitor.key().isEmpty()
                ? Optional.empty()
                : orders.live(baskets.resolve(visitor.key())).map(reader::details);
    }

    private boolean isNearlyOver(AttemptRow attempt) {
        return clock.instant().isAfter(attempt.closesAt().minus(TIME_TO_PAY));
    }

    private OrderDetails details(String secret) {
        return reader.details(orders.bySecret(secret).orElseThrow());
    }
}
