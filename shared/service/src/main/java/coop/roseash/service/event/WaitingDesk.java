package coop.roseash.service.event;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.event.WaitingLists;
import coop.roseash.contract.event.WaitingLists.Place.State;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.event.WaitingRow;

/// Lets people wait, and take the place that came free.
@ApplicationScoped
@Transactional
class WaitingDesk implements WaitingLists {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WaitingRepository waiting;
    private final WaitingQueue queue;
    private final Allotments allotments;
    private final InstanceRepository instances;
    private final Stock stock;
    private final Baskets baskets;
    private final EventsConfig.Waiting config;
    private final Clock clock;

    WaitingDesk(WaitingRepository waiting, WaitingQueue queue, Allotments allotments, InstanceRepository instances,
            Stock stock, Baskets baskets, EventsConfig config, Clock clock) {
        this.waiting = waiting;
        this.queue = queue;
        this.allotments = allotments;
        this.instances = instances;
        this.stock = stock;
        this.baskets = baskets;
        this.config = config.waitingList();
        this.clock = clock;
    }

    @Override
    public JoinOutcome join(long offerId, Person person) {
        TicketPlace place = allotments.place(offerId).orElse(null);
        if (place == null) {
            return new JoinOutcome.UnknownOffer();
        }
        if (person.name().isBlank() || person.name().length() > 200) {
            return new JoinOutcome.Invalid("name", "Give your name");
        }
        if (person.email().length() > 254 || !person.email().strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            return new JoinOutcome.Invalid("email", "Give an e-mail address like name@example.org");
        }
        Sellable item = Sellable.ticket(offerId);
        Stock.Level level = stock.levels(List.of(item)).get(item);
        return switch (place.sale(clock.instant(), level == null ? 0 : level.available())) {
            case OPEN -> new JoinOutcome.StillOnSale();
            case NOT_YET, CLOSED -> new JoinOutcome.UnknownOffer();
            case SOLD_OUT -> join(place, person);
        };
    }

    private JoinOutcome join(TicketPlace place, Person person) {
        // Two joins at once could both pass the checks; the lock makes them come one after the other.
        allotments.findById(place.id(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (waiting.isWaiting(place.id(), person.email().strip())) {
            return new JoinOutcome.AlreadyWaiting();
        }
        if (waiting.waiting(place.id()) >= config.maximum()) {
            return new JoinOutcome.Full();
        }
        WaitingRow row = new WaitingRow();
        row.allotmentId = place.id();
        row.token = newToken();
        row.name = person.name().strip();
        row.email = person.email().strip();
        row.memberId = person.memberId();
        row.state = State.WAITING;
        row.joinedAt = clock.instant();
        waiting.persistAndFlush(row);
        return new JoinOutcome.Joined(toPlace(row));
    }

    @Override
    public Optional<Place> byToken(String token) {
        return waiting.find("token", token).firstResultOptional().map(this::toPlace);
    }

    @Override
    public TakeOutcome take(String token, Visitor visitor) {
        WaitingRow row = waiting.locked(token).orElse(null);
        if (row == null || row.state != State.OFFERED || !row.offerUntil.isAfter(clock.instant())) {
            return new TakeOutcome.NoLongerOffered();
        }
        row.state = State.TAKEN;
        waiting.flush();
        stock.release(row.reservationId);
        return switch (baskets.add(visitor, Sellable.ticket(row.allotmentId), 1)) {
            case Baskets.AddOutcome.Added ignored -> new TakeOutcome.InBasket();
            case Baskets.AddOutcome.OutOfStock ignored -> notTaken();
            case Baskets.AddOutcome.NotForSale ignored -> notTaken();
            case Baskets.AddOutcome.TooMany ignored -> notTaken();
            case Baskets.AddOutcome.Full ignored -> notTaken();
        };
    }

    @Override
    public void leave(String token) {
        waiting.locked(token)
            .filter(row -> row.state == State.WAITING || row.state == State.OFFERED)
            .ifPresent(row -> queue.end(row, State.LEFT));
    }

    private static TakeOutcome notTaken() {
        QuarkusTransaction.setRollbackOnly();
        return new TakeOutcome.NoLongerOffered();
    }

    private Place toPlace(WaitingRow row) {
        TicketPlace place = allotments.place(row.allotmentId).orElseThrow();
        return new Place(row.token, row.name, instances.one(place.instanceId()).orElseThrow(), place.type(), row.state,
                (int) waiting.ahead(row), row.offerUntil);
    }

    private static String newToken() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
