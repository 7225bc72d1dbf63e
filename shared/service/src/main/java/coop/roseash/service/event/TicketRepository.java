package coop.roseash.service.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.TicketRow;

/// Issued tickets, read together with their date and their redemption.
@ApplicationScoped
class TicketRepository implements PanacheRepository<TicketRow> {
    private static final String SELECT = "select t.id, t.reference, t.code, y.name, t.holderName, t.holderEmail,"
            + " t.orderId, t.state, r.redeemedAt, " + InstanceRepository.INSTANCE
            + " from TicketRow t join AllotmentRow a on a.id = t.allotmentId"
            + " join TicketTypeRow y on y.id = a.ticketTypeId join InstanceRow i on i.id = a.instanceId"
            + " left join RedemptionRow r on r.ticketId = t.id" + InstanceRepository.JOINED;
    /// Without the letters and digits that people mistake for each other.
    private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @param lineId null for a place given away
    record Issue(long allotmentId, @Nullable Long orderId, @Nullable Long lineId, int number, @Nullable Long memberId,
            String holderName, String holderEmail) {}

    List<Ticket> byIds(List<Long> ids) {
        return read(query("where t.id in :ids order by t.id").setParameter("ids", ids));
    }

    Optional<Ticket> one(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    List<Ticket> ofOrder(long orderId) {
        return read(query("where t.orderId = :order order by t.id").setParameter("order", orderId));
    }

    List<Ticket> upcomingOf(long memberId, Instant now, PageRequest request) {
        return read(query("where t.memberId = :member and i.endsAt > :now and t.state = VALID"
                + " order by i.startsAt, t.id")
            .setParameter("member", memberId)
            .setParameter("now", now)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1));
    }

    List<Ticket> attendees(long instanceId, PageRequest request) {
        return read(query("where i.id = :instance order by t.holderName, t.id").setParameter("instance", instanceId)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1));
    }

    Optional<Long> idOfReference(String reference) {
        return find("reference", reference).firstResultOptional().map(row -> row.id);
    }

    /// Keeps others from changing or redeeming this ticket until the transaction ends.
    @Nullable
    TicketRow locked(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long nextId() {
        return ((Number) getEntityManager()
            .createNativeQuery("SELECT nextval(pg_get_serial_sequence('tickets', 'id'))")
            .getSingleResult()).longValue();
    }

    /// False when this place of the order line has its ticket already.
    boolean insert(long id, String code, Issue issue, Instant now) {
        return getEntityManager()
            .createNativeQuery(
                    """
                            INSERT INTO tickets (id, allotment_id, reference, code, order_id, line_id, number, member_id,
                                holder_name, holder_email, state, issued_at)
                            VALUES (:id, :allotment, :reference, :code, :order, :line, :number, :member, :name, :email, 'VALID', :now)
                            ON CONFLICT (line_id, number) DO NOTHING""")
            .setParameter("id", id)
            .setParameter("allotment", issue.allotmentId())
            .setParameter("reference", newReference())
            .setParameter("code", code)
            .setParameter("order", issue.orderId())
            .setParameter("line", issue.lineId())
            .setParameter("number", issue.number())
            .setParameter("member", issue.memberId())
            .setParameter("name", issue.holderName())
            .setParameter("email", issue.holderEmail())
            .setParameter("now", now)
            .executeUpdate() == 1;
    }

    private static String newReference() {
        StringBuilder reference = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "")
                .append(REFERENCE_LETTERS.charAt(RANDOM.nextInt(REFERENCE_LETTERS.length())));
        }
        return reference.toString();
    }

    private TypedQuery<Row> query(String rest) {
        return getEntityManager().createQuery(SELECT + rest, Row.class);
    }

    private static List<Ticket> read(TypedQuery<Row> query) {
        return query.getResultStream().map(Row::ticket).toList();
    }

    /// A ticket and its date as one flat row.
    record Row(long id, String reference, String code, String type, String holderName, String holderEmail,
            @Nullable Long orderId, Ticket.State state, @Nullable Instant redeemedAt, long instanceId, long entryId,
            String slug, LocalDateTime recurrence, String title, String calendarSlug, String calendarName,
            Calendar.Colour colour, Instant startsAt, Instant endsAt, ZoneId zone, boolean allDay, String place,
            boolean cancelled) {
        Ticket ticket() {
            EntryInstance instance = new EntryInstance(instanceId, entryId, slug, recurrence, title, calendarSlug,
                    calendarName, colour, startsAt, endsAt, zone, allDay, place, cancelled);
            return new Ticket(id, reference, code, instance, type, holderName, holderEmail, orderId, state, redeemedAt);
        }
    }
}
