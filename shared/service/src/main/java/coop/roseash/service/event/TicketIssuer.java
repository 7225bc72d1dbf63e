package coop.roseash.service.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.cart.Order;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.service.event.TicketRepository.Issue;

/// Makes exactly as many tickets as places were paid for, however often it is asked.
@ApplicationScoped
class TicketIssuer {
    private final Orders orders;
    private final TicketRepository tickets;
    private final TicketCodes codes;
    private final WaitingRepository waiting;
    private final TicketMail mail;
    private final FragmentChanges fragments;
    private final Clock clock;

    TicketIssuer(Orders orders, TicketRepository tickets, TicketCodes codes, WaitingRepository waiting, TicketMail mail,
            FragmentChanges fragments, Clock clock) {
        this.orders = orders;
        this.tickets = tickets;
        this.codes = codes;
        this.waiting = waiting;
        this.mail = mail;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Transactional
    void issue(long orderId) {
        Order order = orders.byId(orderId)
            .orElseThrow(() -> new IllegalStateException("There is no order " + orderId));
        List<Long> issued = new ArrayList<>();
        for (Order.Line line : order.lines()) {
            if (line.item().kind() == Sellable.Kind.TICKET) {
                waiting.bought(line.item().id(), order.email(), clock.instant());
                for (int number = 1; number <= line.quantity(); number++) {
                    issue(new Issue(line.item().id(), order.id(), line.id(), number, order.memberId(),
                            order.buyerName(), order.email()), issued);
                }
            }
        }
        if (!issued.isEmpty()) {
            mail.send("tickets/" + order.number(), order.email(), tickets.byIds(issued));
            Long member = order.memberId();
            if (member != null) {
                fragments.changed("account-tickets", new Visitor.SignedIn(member));
            }
        }
    }

    /// Tickets for people who need no order; the caller has taken the places from the stock.
    List<Ticket> give(List<Issue> places) {
        List<Long> issued = new ArrayList<>();
        places.forEach(place -> issue(place, issued));
        return tickets.byIds(issued);
    }

    private void issue(Issue place, List<Long> issued) {
        long id = tickets.nextId();
        if (tickets.insert(id, codes.sign(id), place, clock.instant())) {
            issued.add(id);
        }
    }
}
