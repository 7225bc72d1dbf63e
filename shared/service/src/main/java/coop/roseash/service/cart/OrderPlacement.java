package coop.roseash.service.cart;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.Order.State;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.stock.Stock;
import coop.roseash.model.cart.OrderLine;
import coop.roseash.model.cart.PlacedOrder;

/// Makes an order of a basket: snapshot, hold on the stock and empty basket, all or nothing.
@ApplicationScoped
class OrderPlacement {
    private static final long FIRST_NUMBER = 10_000;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BasketKeeper baskets;
    private final OrderStore orders;
    private final OrderReader reader;
    private final OrderBooking booking;
    private final Stock stock;
    private final SiteSettings site;
    private final CartConfig config;
    private final Clock clock;

    OrderPlacement(BasketKeeper baskets, OrderStore orders, OrderReader reader, OrderBooking booking, Stock stock,
            SiteSettings site, CartConfig config, Clock clock) {
        this.baskets = baskets;
        this.orders = orders;
        this.reader = reader;
        this.booking = booking;
        this.stock = stock;
        this.site = site;
        this.config = config;
        this.clock = clock;
    }

    /// The locked basket makes one of two equal requests wait and find the other's order.
    @Transactional
    PlaceOutcome place(Visitor visitor, Buyer buyer) {
        String basketKey = baskets.lock(visitor.key());
        Optional<OrderRow> same = orders.byPlacement(basketKey, buyer.placementKey());
        if (same.isPresent()) {
            return same.get().placementHash().equals(buyer.hash())
                    ? new PlaceOutcome.Placed(reader.details(same.get()))
                    : new PlaceOutcome.KeyReused(reader.details(same.get()));
        }
        Optional<OrderRow> waiting = orders.live(basketKey);
        if (waiting.isPresent()) {
            return new PlaceOutcome.AlreadyWaiting(reader.details(waiting.get()));
        }
        Basket basket = baskets.basket(basketKey);
        if (basket.isEmpty()) {
            return new PlaceOutcome.BasketEmpty();
        }
        if (basket.unavailable() > 0 || !basket.total().equals(buyer.total())) {
            return new PlaceOutcome.BasketChanged(basket);
        }
        long id = orders.nextId();
        return switch (stock.reserve(quantities(basket), new Stock.Cause("order", String.valueOf(id)))) {
            case Stock.ReserveOutcome.Short(List<Stock.Shortage> shortages) -> new PlaceOutcome.Short(shortages);
            case Stock.ReserveOutcome.Reserved(long reservation) -> write(id, reservation, basketKey, basket,
                    owned(visitor, buyer));
        };
    }

    private PlaceOutcome write(long id, long reservation, String basketKey, Basket basket, PlacedOrder order) {
        Instant now = clock.instant();
        order.id = id;
        order.number = "RA-" + (FIRST_NUMBER + id);
        order.secret = secret();
        order.basketKey = basketKey;
        order.state = State.DRAFT.name();
        order.currency = basket.currency().getCurrencyCode();
        order.totalMinor = basket.total().minor();
        order.reservationId = reservation;
        order.placedAt = now;
        order.expiresAt = now.plus(config.hold());
        orders.insert(order, lines(id, basket, now));
        orders.move(id, State.DRAFT, State.AWAITING_PAYMENT, "stock held", now);
        baskets.takeOut(basketKey);
        if (order.totalMinor == 0) {
            booking.paid(id, State.AWAITING_PAYMENT, "nothing to pay");
        }
        return new PlaceOutcome.Placed(reader.details(orders.byId(id).orElseThrow()));
    }

    private List<OrderLine> lines(long orderId, Basket basket, Instant now) {
        List<Vat.Line> taxed = basket.lines()
            .stream()
            .map(line -> new Vat.Line(line.total().minor(), rate(line, now)))
            .toList();
        long[] vat = Vat.perLine(taxed);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < vat.length; i++) {
            Basket.Line from = basket.lines().get(i);
            OrderLine line = new OrderLine();
            line.orderId = orderId;
            line.lineNumber = i + 1;
            line.kind = from.offer().sellable().kind().name();
            line.itemId = from.offer().sellable().id();
            line.name = from.offer().name();
            line.detail = from.offer().detail();
            line.unitMinor = from.offer().price().minor();
            line.quantity = from.quantity();
            line.totalMinor = from.total().minor();
            line.vatRate = taxed.get(i).rate();
            line.vatMinor = vat[i];
            lines.add(line);
        }
        return lines;
    }

    private int rate(Basket.Line line, Instant now) {
        return site.vatRate(line.offer().vat(), now.atZone(site.zone()).toLocalDate())
            .movePointRight(4)
            .intValueExact();
    }

    private static PlacedOrder owned(Visitor visitor, Buyer buyer) {
        PlacedOrder order = new PlacedOrder();
        order.placementKey = buyer.placementKey();
        order.placementHash = buyer.hash();
        order.email = buyer.email();
        order.buyerName = buyer.name();
        order.memberId = switch (visitor) {
            case Visitor.SignedIn(long memberId) -> memberId;
            case Visitor.Guest(String _) -> null;
        };
        return order;
    }

    private static List<Stock.Quantity> quantities(Basket basket) {
        return basket.lines()
            .stream()
            .map(line -> new Stock.Quantity(line.offer().sellable(), line.quantity()))
            .toList();
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
