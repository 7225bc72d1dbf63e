package coop.roseash.service.event;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.outbox.OutboxHandler;

/// Issues the tickets of an order once it is paid.
@ApplicationScoped
class PaidOrderTickets implements OutboxHandler {
    private final TicketIssuer issuer;

    PaidOrderTickets(TicketIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public String topic() {
        return Orders.PAID;
    }

    @Override
    public void handle(Message message) {
        issuer.issue(Long.parseLong(message.key()));
    }
}
