package coop.roseash.service.event;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.member.Visitor;
import coop.roseash.model.event.CalendarRow;

/// The calendars.
@ApplicationScoped
class CalendarRepository implements PanacheRepository<CalendarRow> {
    private static final int MOST = 200;
    private static final String CALENDAR = "select id, slug, name, description, zone, colour, visibility from CalendarRow";

    /// Which calendars a visitor sees, as a condition on the row `c`.
    static final String VISIBLE = "(:member = true or c.visibility = Visibility.PUBLIC)";

    static boolean isMember(Visitor visitor) {
        return visitor instanceof Visitor.SignedIn;
    }

    List<Calendar> visible(boolean member) {
        return getEntityManager().createQuery(CALENDAR + " c where " + VISIBLE + " order by name, id", Calendar.class)
            .setParameter("member", member)
            .setMaxResults(MOST)
            .getResultList();
    }

    Optional<Calendar> bySlug(String slug) {
        return getEntityManager().createQuery(CALENDAR + " where slug = :slug", Calendar.class)
            .setParameter("slug", slug)
            .getResultStream()
            .findFirst();
    }

    Calendar byId(long id) {
        return getEntityManager().createQuery(CALENDAR + " where id = :id", Calendar.class)
            .setParameter("id", id)
            .getSingleResult();
    }
}
