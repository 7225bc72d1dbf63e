package coop.roseash.service.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Entry;
import coop.roseash.model.event.EntryRow;
import coop.roseash.model.event.OverrideRow;
import coop.roseash.service.event.InstanceRepository.Rows;

/// Computes an entry's dates and writes them as rows, as far as the horizon.
@ApplicationScoped
class EntrySchedule {
    private final EntryRepository entries;
    private final InstanceRepository instances;
    private final EventsConfig.Expansion config;
    private final Clock clock;

    EntrySchedule(EntryRepository entries, InstanceRepository instances, EventsConfig config, Clock clock) {
        this.entries = entries;
        this.instances = instances;
        this.config = config.expansion();
        this.clock = clock;
    }

    /// One date: as the rule says, or as an override changed it.
    private record Date(LocalDateTime recurrence, LocalDateTime start, Duration duration, String title,
            @Nullable Long placeId, boolean cancelled) {}

    /// Gives the entry another start. A single date, or a series moved within its day, keeps its rows and with them
    /// its tickets; any other move makes new dates.
    void move(EntryRow entry, LocalDateTime start) {
        Duration by = Duration.between(entry.start, start);
        boolean single = entry.rrule == null && entry.rdates.isEmpty();
        boolean withinItsDay = entry.start.toLocalDate().equals(start.toLocalDate());
        entry.start = start;
        if (!by.isZero() && entry.id != null && (single || withinItsDay)) {
            entries.flush();
            instances.shift(entry.id, by);
        }
    }

    /// Brings the rows in line with the entry; call it in the transaction that changed the entry.
    void refresh(EntryRow entry) {
        ZonedDateTime now = clock.instant().atZone(entry.zone);
        LocalDateTime horizon = now.plusMonths(config.months()).toLocalDateTime();
        LocalDateTime past = now.minus(config.past()).toLocalDateTime();
        LocalDateTime from = entry.rrule == null || past.isBefore(entry.start) ? entry.start : past;
        SortedMap<LocalDateTime, Date> dates = new TreeMap<>();
        if (entry.state != Entry.State.DRAFT) {
            LocalDateTime to = entry.rrule == null ? LocalDateTime.MAX : horizon;
            var expansion = recurrence(entry).expand(from, to,
                    new Recurrence.Limits(config.maximum(), config.limit()));
            expansion.starts().forEach(start -> dates.put(start, asTheRuleSays(entry, start)));
            changedDates(entry, from, horizon).forEach(date -> dates.put(date.recurrence(), date));
            entry.capped = expansion.capped();
        }
        entry.expandedUntil = WallClock.resolve(horizon, entry.zone);
        entries.flush();
        Rows rows = rows(entry, List.copyOf(dates.values()));
        instances.write(entry.id, entry.calendarId, rows);
        LocalDateTime earliest = dates.isEmpty() || from.isBefore(dates.firstKey()) ? from : dates.firstKey();
        instances.dropOthers(entry.id, rows.recurrence(),
                entry.rrule == null ? LocalDateTime.of(1, 1, 1, 0, 0) : earliest);
    }

    /// Series whose rows end before this are due to be carried on.
    Instant horizonToKeep() {
        return clock.instant().atZone(ZoneOffset.UTC).plusMonths(config.months()).minusDays(7).toInstant();
    }

    private static Recurrence recurrence(EntryRow entry) {
        return new Recurrence(entry.start, entry.zone, entry.rrule, CalendarText.split(entry.exdates),
                CalendarText.split(entry.rdates));
    }

    private static Date asTheRuleSays(EntryRow entry, LocalDateTime start) {
        return new Date(start, start, Duration.ofSeconds(entry.durationSeconds), entry.title, entry.placeId,
                entry.state == Entry.State.CANCELLED);
    }

    private List<Date> changedDates(EntryRow entry, LocalDateTime from, LocalDateTime to) {
        return entries.overrides(entry.id)
            .stream()
            .filter(override -> !override.recurrence.isBefore(from) && override.recurrence.isBefore(to))
            .map(override -> changed(entry, override))
            .toList();
    }

    private static Date changed(EntryRow entry, OverrideRow override) {
        return new Date(override.recurrence, override.start, Duration.ofSeconds(override.durationSeconds),
                Objects.requireNonNullElse(override.title, entry.title),
                override.placeId == null ? entry.placeId : override.placeId,
                override.cancelled || entry.state == Entry.State.CANCELLED);
    }

    private static Rows rows(EntryRow entry, List<Date> dates) {
        return new Rows(dates.stream().map(Date::recurrence).toArray(LocalDateTime[]::new),
                dates.stream().map(date -> WallClock.resolve(date.start(), entry.zone)).toArray(Instant[]::new),
                dates.stream()
                    .map(date -> WallClock.end(date.start(), entry.zone, date.duration(), entry.allDay))
                    .toArray(Instant[]::new),
                dates.stream().map(Date::title).toArray(String[]::new),
                dates.stream().map(Date::placeId).toArray(Long[]::new),
                dates.stream().map(Date::cancelled).toArray(Boolean[]::new));
    }
}
