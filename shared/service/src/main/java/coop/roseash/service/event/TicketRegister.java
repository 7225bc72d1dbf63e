package coop.roseash.service.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.event.RedemptionRow;
import coop.roseash.model.event.TicketRow;
import coop.roseash.service.event.TicketRepository.Issue;

/// Reads, gives away and cancels tickets.
@ApplicationScoped
@Transactional
class TicketRegister implements Tickets {
    private final TicketRepository tickets;
    private final TicketIssuer issuer;
    private final TicketCodes codes;
    private final Allotments allotments;
    private final WaitingQueue waiting;
    private final Stock stock;
    private final FragmentChanges fragments;
    private final Clock clock;

    TicketRegister(TicketRepository tickets, TicketIssuer issuer, TicketCodes codes, Allotments allotments,
            WaitingQueue waiting, Stock stock, FragmentChanges fragments, Clock clock) {
        this.tickets = tickets;
        this.issuer = issuer;
        this.codes = codes;
        this.allotments = allotments;
        this.waiting = waiting;
        this.stock = stock;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public Optional<Ticket> byCode(String code) {
        var id = codes.verify(code);
        return id.isPresent() ? tickets.one(id.getAsLong()) : Optional.empty();
    }

    @Override
    public Page<Ticket> upcomingOf(long memberId, PageRequest request) {
        return Page.of(tickets.upcomingOf(memberId, clock.instant(), request), request);
    }

    @Override
    public List<Ticket> ofOrder(long orderId) {
        return tickets.ofOrder(orderId);
    }

    @Override
    public Page<Ticket> attendees(long instanceId, PageRequest request) {
        return Page.of(tickets.attendees(instanceId, request), request);
    }

    @Override
    @RolesAllowed("steward")
    public GiveOutcome give(long offerId, List<Holder> holders) {
        if (allotments.findById(offerId) == null) {
            return new GiveOutcome.UnknownOffer();
        }
        if (holders.isEmpty()) {
            return new GiveOutcome.Given(List.of());
        }
        var quantity = new Stock.Quantity(Sellable.ticket(offerId), holders.size());
        var cause = new Stock.Cause("ticket-gift", UUID.randomUUID().toString());
        return switch (stock.reserve(List.of(quantity), cause)) {
            case Stock.ReserveOutcome.Short(var shortages) -> new GiveOutcome.Full(shortages.getFirst().available());
            case Stock.ReserveOutcome.Reserved reserved -> given(offerId, reserved.reservationId(), holders);
        };
    }

    private GiveOutcome given(long offerId, long reservation, List<Holder> holders) {
        stock.commit(reservation);
        List<Issue> places = new ArrayList<>();
        for (Holder holder : holders) {
            places.add(new Issue(offerId, null, null, places.size() + 1, null, holder.name(), holder.email()));
        }
        return new GiveOutcome.Given(issuer.give(places));
    }

    @Override
    @RolesAllowed("steward")
    public CancelOutcome cancel(long ticketId) {
        TicketRow row = tickets.locked(ticketId);
        if (row == null) {
            return new CancelOutcome.UnknownTicket();
        }
        if (row.state == Ticket.State.CANCELLED) {
            return new CancelOutcome.AlreadyCancelled();
        }
        if (tickets.getEntityManager().find(RedemptionRow.class, ticketId) != null) {
            return new CancelOutcome.AlreadyRedeemed();
        }
        row.state = Ticket.State.CANCELLED;
        row.cancelledAt = clock.instant();
        tickets.flush();
        stock.adjust(Sellable.ticket(row.allotmentId), 1, new Stock.Cause("ticket-cancelled", row.id.toString()));
        waiting.offerNext(row.allotmentId);
        if (row.memberId != null) {
            fragments.changed("account-tickets", new Visitor.SignedIn(row.memberId));
        }
        return new CancelOutcome.Cancelled();
    }
}
