package coop.roseash.service.event;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.member.Visitor;
import coop.roseash.model.event.CalendarRow;

/// Finds and keeps the calendars.
@ApplicationScoped
class CalendarDirectory implements Calendars {
    private final CalendarRepository calendars;
    private final Clock clock;

    CalendarDirectory(CalendarRepository calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Calendar> visibleTo(Visitor visitor) {
        return calendars.visible(CalendarRepository.isMember(visitor));
    }

    @Override
    @Transactional
    public Optional<Calendar> bySlug(String slug, Visitor visitor) {
        return calendars.bySlug(slug)
            .filter(calendar -> !calendar.isForMembersOnly() || CalendarRepository.isMember(visitor));
    }

    @Override
    @Transactional
    public Calendar save(Calendar calendar) {
        CalendarRow row = calendars.find("slug", calendar.slug()).firstResult();
        if (row == null) {
            row = new CalendarRow();
            row.slug = calendar.slug();
        }
        row.name = calendar.name();
        row.description = calendar.description();
        row.zone = calendar.zone();
        row.colour = calendar.colour();
        row.visibility = calendar.visibility();
        row.changedAt = clock.instant();
        calendars.persistAndFlush(row);
        return calendars.byId(row.id);
    }
}
