package coop.roseash.service.event;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.TicketType;
import coop.roseash.contract.money.Money;
import coop.roseash.model.event.TicketTypeRow;

/// Kinds of tickets.
@ApplicationScoped
class TicketTypeRepository implements PanacheRepository<TicketTypeRow> {
    static TicketType toType(TicketTypeRow row) {
        return new TicketType(row.id, row.entryId, row.name, row.description, new Money(row.priceMinor, row.currency),
                row.vat, row.quota, row.saleFrom, row.saleUntil);
    }
}
