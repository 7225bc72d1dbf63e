package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketType;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.event.AllotmentRow;
import coop.roseash.model.event.EntryRow;
import coop.roseash.model.event.TicketTypeRow;

/// Defines kinds of tickets and says what can be had; a changed quota moves the stock by the difference.
@ApplicationScoped
@Transactional
class TicketTypeDesk implements TicketTypes {
    private static final int MOST_PLACES = 100_000;
    private static final long HIGHEST_PRICE = 10_000_000;
    private static final int MOST_TYPES = 20;

    private final TicketTypeRepository types;
    private final Allotments allotments;
    private final EntryRepository entries;
    private final WaitingRepository waiting;
    private final EntryNews news;
    private final Stock stock;
    private final Clock clock;

    TicketTypeDesk(TicketTypeRepository types, Allotments allotments, EntryRepository entries,
            WaitingRepository waiting,
            EntryNews news,
            Stock stock, Clock clock) {
        this.types = types;
        this.allotments = allotments;
        this.entries = entries;
        this.waiting = waiting;
        this.news = news;
        this.stock = stock;
        this.clock = clock;
    }

    @Override
    public List<TicketType> ofEntry(long entryId) {
        return types.find("entryId = ?1 order by position, id", entryId)
            .stream()
            .map(TicketTypeRepository::toType)
            .toList();
    }

    @Override
    public List<TicketOffer> offers(long instanceId) {
        List<TicketPlace> places = allotments.placesOn(instanceId);
        if (places.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<Sellable, Stock.Level> levels = stock
            .levels(places.stream().map(place -> Sellable.ticket(place.id())).toList());
        Map<Long, Long> inBaskets = waiting.inBaskets(places.stream().map(TicketPlace::id).toList(), now);
        return places.stream().map(place -> {
            Stock.Level level = levels.get(Sellable.ticket(place.id()));
            // A place that somebody waited for and put into the basket is theirs until their offer ends.
            int kept = Math.toIntExact(inBaskets.getOrDefault(place.id(), 0L));
            int left = level == null ? 0 : Math.max(0, level.available() - kept);
            return new TicketOffer(place.id(), place.type(), place.description(), place.price(), left,
                    place.sale(now, left));
        }).toList();
    }

    @Override
    @RolesAllowed("steward")
    public DefineOutcome define(long entryId, Definition definition) {
        EntryRow entry = entries.locked(entryId);
        if (entry == null) {
            return new DefineOutcome.UnknownEntry();
        }
        Map<String, String> errors = check(definition);
        TicketTypeRow row = types.find("entryId = ?1 and name = ?2", entryId, definition.name().strip()).firstResult();
        long count = types.count("entryId", entryId);
        if (row == null && count >= MOST_TYPES) {
            errors.put("name", "An entry has at most " + MOST_TYPES + " kinds of tickets");
        }
        if (!errors.isEmpty()) {
            return new DefineOutcome.Refused(errors);
        }
        if (row == null) {
            row = new TicketTypeRow();
            row.entryId = entryId;
            row.position = (int) count;
        } else if (!changeQuota(row, definition.quota())) {
            QuarkusTransaction.setRollbackOnly();
            return new DefineOutcome.Refused(Map.of("quota", "More places than that are already taken on some date"));
        }
        fill(row, definition);
        types.persistAndFlush(row);
        allotments.open(entryId);
        news.forgetFragments();
        return new DefineOutcome.Defined(TicketTypeRepository.toType(row));
    }

    private boolean changeQuota(TicketTypeRow type, int quota) {
        for (AllotmentRow allotment : allotments.upcomingOfType(type.id)) {
            int change = quota - allotment.quota;
            // The id of the change: how the quota went, and when.
            var cause = new Stock.Cause("ticket-quota", allotment.id + "/" + clock.instant());
            if (change != 0 && stock.adjust(Sellable.ticket(allotment.id), change,
                    cause) instanceof Stock.CountOutcome.BelowReserved) {
                return false;
            }
            allotment.quota = quota;
        }
        return true;
    }

    private static void fill(TicketTypeRow row, Definition definition) {
        row.name = definition.name().strip();
        row.description = definition.description().strip();
        row.priceMinor = definition.price().minor();
        row.currency = definition.price().currency();
        row.vat = definition.vat();
        row.quota = definition.quota();
        row.saleFrom = definition.saleFrom();
        row.saleUntil = definition.saleUntil();
    }

    private static Map<String, String> check(Definition definition) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (definition.name().isBlank() || definition.name().length() > 80) {
            errors.put("name", definition.name().isBlank() ? "Give it a name" : "At most 80 characters");
        }
        if (definition.description().length() > 500) {
            errors.put("description", "At most 500 characters");
        }
        if (definition.price().minor() < 0 || definition.price().minor() > HIGHEST_PRICE) {
            errors.put("price", "Between 0 and 100,000");
        }
        if (definition.quota() < 0 || definition.quota() > MOST_PLACES) {
            errors.put("quota", "Between 0 and 100,000 places");
        }
        Instant from = definition.saleFrom();
        Instant until = definition.saleUntil();
        if (from != null && until != null && !until.isAfter(from)) {
            errors.put("saleUntil", "The sale ends before it begins");
        }
        return errors;
    }
}
