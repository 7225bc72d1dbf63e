package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.event.CheckIns;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.model.event.RedemptionRow;

/// Redeems tickets: one row per ticket in the database decides who was first.
@ApplicationScoped
@Transactional
class CheckInDesk implements CheckIns {
    private final TicketRepository tickets;
    private final TicketCodes codes;
    private final Orders orders;
    private final EntityManager database;
    private final EventsConfig.CheckIn config;
    private final Clock clock;

    CheckInDesk(TicketRepository tickets, TicketCodes codes, Orders orders, EntityManager database, EventsConfig config,
            Clock clock) {
        this.tickets = tickets;
        this.codes = codes;
        this.orders = orders;
        this.database = database;
        this.config = config.checkIn();
        this.clock = clock;
    }

    @Override
    @RolesAllowed("steward")
    public Answer redeem(Scan scan) {
        OptionalLong id = idOf(scan.code());
        if (id.isEmpty() || tickets.locked(id.getAsLong()) == null) {
            return new Answer.Invalid();
        }
        Ticket ticket = tickets.one(id.getAsLong()).orElseThrow();
        Answer refusal = refusal(ticket, scan);
        if (refusal != null) {
            return refusal;
        }
        insert(ticket, scan);
        RedemptionRow first = redemption(ticket);
        return first != null && !first.nonce.equals(scan.nonce())
                ? new Answer.AlreadyRedeemed(ticket, first.redeemedAt, first.gate)
                : new Answer.Admitted(ticket);
    }

    @Override
    public Counts counts(long instanceId) {
        return database.createQuery("select count(r.ticketId), count(t.id) from TicketRow t"
                + " join AllotmentRow a on a.id = t.allotmentId left join RedemptionRow r on r.ticketId = t.id"
                + " where a.instanceId = :instance and t.state = VALID", Sums.class)
            .setParameter("instance", instanceId)
            .getSingleResult()
            .counts();
    }

    private @Nullable Answer refusal(Ticket ticket, Scan scan) {
        if (ticket.isCancelled() || ticket.instance().cancelled()) {
            return new Answer.Cancelled(ticket);
        }
        if (!isPaid(ticket)) {
            return new Answer.Unpaid(ticket);
        }
        if (ticket.instance().id() != scan.instanceId()) {
            return new Answer.WrongEntry(ticket);
        }
        RedemptionRow earlier = redemption(ticket);
        if (earlier != null) {
            return earlier.nonce.equals(scan.nonce())
                    ? new Answer.Admitted(ticket)
                    : new Answer.AlreadyRedeemed(ticket, earlier.redeemedAt, earlier.gate);
        }
        EntryInstance date = ticket.instance();
        Instant opens = date.startsAt().minus(config.opensBefore());
        Instant closes = date.endsAt().plus(config.closesAfter());
        Instant now = clock.instant();
        return !scan.anyway() && (now.isBefore(opens) || now.isAfter(closes))
                ? new Answer.OutsideTime(ticket, opens, closes)
                : null;
    }

    private boolean isPaid(Ticket ticket) {
        Long orderId = ticket.orderId();
        return orderId == null || orders.byId(orderId).map(Order::state).filter(CheckInDesk::isPaid).isPresent();
    }

    private static boolean isPaid(Order.State state) {
        return switch (state) {
            case PAID, FULFILLED, PARTLY_REFUNDED -> true;
            case DRAFT, AWAITING_PAYMENT, EXPIRING, EXPIRED, CANCELLED, REFUNDED, UNFULFILLABLE -> false;
        };
    }

    private void insert(Ticket ticket, Scan scan) {
        database.createNativeQuery("""
                INSERT INTO ticket_redemptions (ticket_id, nonce, redeemed_at, gate, steward_id)
                VALUES (:ticket, :nonce, :now, :gate, :steward) ON CONFLICT (ticket_id) DO NOTHING""")
            .setParameter("ticket", ticket.id())
            .setParameter("nonce", scan.nonce())
            .setParameter("now", clock.instant())
            .setParameter("gate", scan.gate())
            .setParameter("steward", scan.stewardId())
            .executeUpdate();
    }

    private @Nullable RedemptionRow redemption(Ticket ticket) {
        return database.find(RedemptionRow.class, ticket.id());
    }

    /// A scanner may hand over the ticket's address; a person types its reference.
    private OptionalLong idOf(String scanned) {
        String text = scanned.strip();
        int code = text.indexOf("RA1.");
        if (code >= 0) {
            return codes.verify(text.substring(code));
        }
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return letters.length() == 8
                ? tickets.idOfReference(letters.substring(0, 4) + "-" + letters.substring(4))
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty)
                : OptionalLong.empty();
    }

    record Sums(long redeemed, long valid) {
        Counts counts() {
            return new Counts(Math.toIntExact(redeemed), Math.toIntExact(valid));
        }
    }
}
