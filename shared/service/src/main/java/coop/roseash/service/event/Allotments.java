package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.event.AllotmentRow;

/// The places of each ticket type on each date; their counts are stock.
@ApplicationScoped
class Allotments implements PanacheRepository<AllotmentRow> {
    private static final String PLACE = "select a.id, t.name, t.description, t.priceMinor, t.currency, t.vat, t.saleFrom,"
            + " t.saleUntil, i.id, i.title, i.startsAt, i.endsAt, c.zone, e.allDay, i.cancelled, e.state, e.slug,"
            + " i.recurrence from AllotmentRow a join TicketTypeRow t on t.id = a.ticketTypeId"
            + " join InstanceRow i on i.id = a.instanceId join EntryRow e on e.id = i.entryId"
            + " join CalendarRow c on c.id = i.calendarId ";

    private final Stock stock;
    private final EventsConfig.Sales config;
    private final Clock clock;

    Allotments(Stock stock, EventsConfig config, Clock clock) {
        this.stock = stock;
        this.config = config.tickets();
        this.clock = clock;
    }

    /// Opens the dates of an entry that have come near enough to be sold.
    ///
    /// @param entryId null for all entries
    void open(@Nullable Long entryId) {
        Instant now = clock.instant();
        List<?> opened = getEntityManager().createNativeQuery("""
                INSERT INTO ticket_allotments (ticket_type_id, instance_id, quota)
                SELECT t.id, i.id, t.quota FROM ticket_types t JOIN entry_instances i ON i.entry_id = t.entry_id
                WHERE (CAST(:entry AS bigint) IS NULL OR t.entry_id = :entry) AND NOT i.cancelled
                    AND i.starts_at BETWEEN :now AND :until
                ORDER BY i.starts_at, t.id
                ON CONFLICT (instance_id, ticket_type_id) DO NOTHING RETURNING id, quota""", Object[].class)
            .setParameter("entry", entryId)
            .setParameter("now", now)
            .setParameter("until", now.plus(config.ahead()))
            .getResultList();
        for (Object row : opened) {
            Object[] columns = (Object[]) row;
            long id = ((Number) columns[0]).longValue();
            stock.count(Sellable.ticket(id), ((Number) columns[1]).intValue(),
                    new Stock.Cause("ticket-allotment", Long.toString(id)));
        }
    }

    List<AllotmentRow> upcomingOfType(long ticketTypeId) {
        return find(
                "ticketTypeId = ?1 and instanceId in (select i.id from InstanceRow i where i.endsAt > ?2) order by id",
                ticketTypeId, clock.instant())
            .list();
    }

    List<TicketPlace> places(Collection<Long> ids) {
        return getEntityManager().createQuery(PLACE + "where a.id in :ids", TicketPlace.class)
            .setParameter("ids", ids)
            .getResultList();
    }

    Optional<TicketPlace> place(long id) {
        return places(List.of(id)).stream().findFirst();
    }

    List<TicketPlace> placesOn(long instanceId) {
        return getEntityManager()
            .createQuery(PLACE + "where i.id = :instance order by t.position, t.priceMinor desc, t.id",
                    TicketPlace.class)
            .setParameter("instance", instanceId)
            .getResultList();
    }
}
