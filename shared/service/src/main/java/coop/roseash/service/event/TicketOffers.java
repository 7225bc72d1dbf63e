package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;

/// Tickets as the cart sells them; a ticket's sellable id is its allotment's.
@ApplicationScoped
class TicketOffers implements Offers {
    private final Allotments allotments;
    private final Addresses addresses;
    private final Clock clock;

    TicketOffers(Allotments allotments, Addresses addresses, Clock clock) {
        this.allotments = allotments;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Sellable.Kind kind() {
        return Sellable.Kind.TICKET;
    }

    @Override
    @Transactional
    public Map<Long, Offer> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        return allotments.places(ids)
            .stream()
            .filter(place -> place.isOnSale(now))
            .collect(Collectors.toMap(TicketPlace::id, this::offer));
    }

    private Offer offer(TicketPlace place) {
        return new Offer(Sellable.ticket(place.id()), place.title() + " – " + place.type(), place.span().toString(),
                place.price(), place.vat(), addresses.page(AppName.EVENTS, place.path()), null);
    }
}
