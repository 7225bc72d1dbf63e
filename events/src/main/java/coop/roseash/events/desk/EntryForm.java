package coop.roseash.events.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryDraft;
import coop.roseash.contract.event.Place;

/// The entry form as it was filled in: all text, so that nothing typed is lost.
public class EntryForm {
    @RestForm
    @Nullable
    public String calendar;
    @RestForm
    @Nullable
    public String title;
    @RestForm
    @Nullable
    public String description;
    @RestForm
    @Nullable
    public String startDay;
    @RestForm
    @Nullable
    public String startTime;
    @RestForm
    @Nullable
    public String endDay;
    @RestForm
    @Nullable
    public String endTime;
    @RestForm
    public boolean allDay;
    @RestForm
    @Nullable
    public String repeat;
    @RestForm
    @Nullable
    public String until;
    @RestForm
    @Nullable
    public String place;
    @RestForm
    @Nullable
    public String address;
    @RestForm
    public boolean publish;
    @RestForm
    public int sequence;

    /// Field → message.
    public final Map<String, String> errors = new HashMap<>();

    static EntryForm blank(String calendar, LocalDate day) {
        EntryForm form = new EntryForm();
        form.calendar = calendar;
        form.startDay = day.toString();
        form.startTime = "10:00";
        form.endTime = "12:00";
        form.repeat = Repeat.ONCE.name();
        return form;
    }

    static EntryForm of(Entry entry) {
        EntryForm form = new EntryForm();
        LocalDateTime end = entry.allDay()
                ? entry.start().plus(entry.duration()).minusDays(1)
                : entry.start().atZone(entry.zone()).plus(entry.duration()).toLocalDateTime();
        form.calendar = entry.calendar().slug();
        form.title = entry.title();
        form.description = entry.description();
        form.startDay = entry.start().toLocalDate().toString();
        form.startTime = entry.start().toLocalTime().toString();
        form.endDay = end.toLocalDate().equals(entry.start().toLocalDate()) ? "" : end.toLocalDate().toString();
        form.endTime = end.toLocalTime().toString();
        form.allDay = entry.allDay();
        form.repeat = (entry.rrule() == null ? Repeat.ONCE : Repeat.KEEP).name();
        Place place = entry.place();
        form.place = place == null ? "" : place.name();
        form.address = place == null ? "" : place.address();
        form.sequence = entry.sequence();
        return form;
    }

    /// What the form says; null when a part cannot be read, which [#errors] then names.
    ///
    /// @param rrule the entry's rule so far
    @Nullable
    EntryDraft draft(ZoneId zone, @Nullable String rrule) {
        LocalDate first = day("startDay", startDay, null);
        LocalDate last = day("endDay", endDay, first);
        LocalDate end = until == null || until.isBlank() ? null : day("until", until, null);
        LocalTime from = allDay ? LocalTime.MIDNIGHT : time("startTime", startTime);
        LocalTime to = allDay ? LocalTime.MIDNIGHT : time("endTime", endTime);
        Repeat chosen = Repeat.of(text(repeat)).orElse(Repeat.ONCE);
        if (!errors.isEmpty() || first == null || last == null || from == null || to == null) {
            return null;
        }
        LocalDateTime start = first.atTime(from);
        return new EntryDraft(text(calendar), text(title), text(description), allDay, start,
                allDay ? last.plusDays(1).atStartOfDay() : last.atTime(to), chosen.rule(start, zone, rrule, end),
                new Place(text(place), text(address)), publish);
    }

    /// The desk names times by their moment, the form by day and hour.
    EntryForm refuse(Map<String, String> refused) {
        refused.forEach((field, message) -> errors.put(switch (field) {
            case "start" -> "startDay";
            case "end" -> allDay ? "endDay" : "endTime";
            case "rrule" -> "repeat";
            default -> field;
        }, message));
        return this;
    }

    /// Somebody else was quicker: what was typed stays, and can be saved over theirs.
    EntryForm behind(Entry now) {
        errors.put("title", "Somebody changed this meanwhile. Saving again puts yours in place of theirs.");
        sequence = now.sequence();
        return this;
    }

    private @Nullable LocalDate day(String field, @Nullable String value, @Nullable LocalDate otherwise) {
        if (value == null || value.isBlank()) {
            if (otherwise == null && !errors.containsKey("startDay")) {
                errors.put(field, "Choose a day");
            }
            return otherwise;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            errors.put(field, "A day looks like 2027-01-31");
            return null;
        }
    }

    private @Nullable LocalTime time(String field, @Nullable String value) {
        try {
            return LocalTime.parse(text(value));
        } catch (DateTimeException e) {
            errors.put(field, "A time looks like 09:30");
            return null;
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
