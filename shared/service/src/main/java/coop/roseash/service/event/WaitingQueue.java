package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.WaitingLists.Place.State;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.event.WaitingRow;

/// Offers places that come free to whoever waits longest; an offer holds the place in the stock.
@ApplicationScoped
class WaitingQueue {
    private static final int AT_ONCE = 100;

    private final WaitingRepository waiting;
    private final Allotments allotments;
    private final Stock stock;
    private final Mails mails;
    private final Addresses addresses;
    private final EventsConfig.Waiting config;
    private final Clock clock;

    WaitingQueue(WaitingRepository waiting, Allotments allotments, Stock stock, Mails mails, Addresses addresses,
            EventsConfig config, Clock clock) {
        this.waiting = waiting;
        this.allotments = allotments;
        this.stock = stock;
        this.mails = mails;
        this.addresses = addresses;
        this.config = config.waitingList();
        this.clock = clock;
    }

    /// Offers as many free places as there are people waiting; in the transaction that freed them.
    @Transactional
    void offerNext(long allotmentId) {
        Instant now = clock.instant();
        TicketPlace place = allotments.place(allotmentId).orElseThrow();
        if (!place.isOnSale(now)) {
            return;
        }
        for (WaitingRow row = next(allotmentId); row != null; row = next(allotmentId)) {
            var held = stock.reserve(List.of(new Stock.Quantity(Sellable.ticket(allotmentId), 1)),
                    new Stock.Cause("waiting-place", row.id.toString()));
            switch (held) {
                case Stock.ReserveOutcome.Short ignored -> {
                    return;
                }
                case Stock.ReserveOutcome.Reserved reserved -> offer(row, place, reserved.reservationId(), now);
            }
        }
    }

    private @Nullable WaitingRow next(long allotmentId) {
        Sellable item = Sellable.ticket(allotmentId);
        Stock.Level level = stock.levels(List.of(item)).get(item);
        int left = level == null ? 0 : level.available();
        return left > waiting.inBaskets(List.of(allotmentId), clock.instant()).getOrDefault(allotmentId, 0L)
                ? waiting.firstWaiting(allotmentId)
                : null;
    }

    /// Gives a lapsed offer to the next; false when it was taken or given back meanwhile.
    @Transactional
    boolean lapse(String token) {
        WaitingRow row = waiting.locked(token).orElse(null);
        if (row == null || row.state != State.OFFERED || row.offerUntil.isAfter(clock.instant())) {
            return false;
        }
        end(row, State.EXPIRED);
        return true;
    }

    /// Ends a place in the queue; what was held for it goes to the next.
    void end(WaitingRow row, State state) {
        Long reservation = row.reservationId;
        boolean offered = row.state == State.OFFERED;
        row.state = state;
        waiting.flush();
        if (offered && reservation != null) {
            stock.release(reservation);
            offerNext(row.allotmentId);
        }
    }

    @Transactional
    List<String> lapsed() {
        return waiting.lapsed(clock.instant(), AT_ONCE);
    }

    @Transactional
    List<Long> wanted() {
        return waiting.wanted(AT_ONCE);
    }

    private void offer(WaitingRow row, TicketPlace place, long reservation, Instant now) {
        row.state = State.OFFERED;
        row.reservationId = reservation;
        row.offerUntil = now.plus(config.offer());
        waiting.flush();
        String page = addresses.page(AppName.EVENTS, "/waiting-list/" + row.token).toString();
        String until = java.time.format.DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", java.util.Locale.UK)
            .format(row.offerUntil.atZone(place.zone()));
        mails.send(Mail.text("waiting-place/" + row.id, row.email, "A place is free: " + place.title(),
                "Hello " + row.name + ",\n\na place is free for " + place.title() + " – " + place.type() + "\n"
                        + place.span() + "\n\nIt is held for you until " + until + ". Take it here:\n" + page + "\n"));
    }
}
