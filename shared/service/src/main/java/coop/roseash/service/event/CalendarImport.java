package coop.roseash.service.event;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.event.Calendar;
import coop.roseash.contract.event.CalendarImports;
import coop.roseash.model.event.CalendarRow;
import coop.roseash.service.event.EntryImport.Fate;

/// Reads iCalendar files: events are matched by UID and RECURRENCE-ID, so that the same file again changes nothing.
@ApplicationScoped
class CalendarImport implements CalendarImports {
    private static final int MOST_PROBLEMS = 100;

    private final CalendarRepository calendars;
    private final EntryImport entries;
    private final Clock clock;

    CalendarImport(CalendarRepository calendars, EntryImport entries, Clock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional
    @RolesAllowed("steward")
    public ImportOutcome read(String slug, byte[] bytes) {
        if (bytes.length > MAXIMUM_BYTES) {
            return new ImportOutcome.Unreadable(0, "The file is larger than " + MAXIMUM_BYTES / 1024 / 1024 + " MB");
        }
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 60) {
            return new ImportOutcome.Unreadable(0,
                    "A calendar's short name is made of small letters, digits and hyphens");
        }
        try {
            CalendarFile file = CalendarFile.read(bytes);
            return new ImportOutcome.Imported(read(calendar(slug, file), file));
        } catch (CalendarFile.Unreadable e) {
            return new ImportOutcome.Unreadable(e.line, String.valueOf(e.getMessage()));
        }
    }

    private Report read(Calendar calendar, CalendarFile file) {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<ImportedEvent>> byUid = new LinkedHashMap<>();
        for (CalendarFile.Event event : file.events()) {
            try {
                ImportedEvent read = ImportedEvent.of(event, calendar.zone());
                byUid.computeIfAbsent(read.uid(), uid -> new ArrayList<>()).add(read);
            } catch (ImportedEvent.Misunderstood e) {
                String uid = event.text("UID");
                problems.add(new Problem(uid.isEmpty() ? null : uid, e.getMessage() + title(event)));
            }
        }
        int[] counts = new int[Fate.values().length];
        byUid.forEach((uid, events) -> {
            EntryImport.Result result = entries.read(calendar, events);
            counts[result.fate().ordinal()]++;
            result.problems().forEach(message -> problems.add(new Problem(uid, message)));
        });
        return new Report(calendar, counts[Fate.CREATED.ordinal()], counts[Fate.CHANGED.ordinal()],
                counts[Fate.UNCHANGED.ordinal()], problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private static String title(CalendarFile.Event event) {
        String title = event.text("SUMMARY");
        return title.isEmpty() ? "" : " (" + title.substring(0, Math.min(title.length(), 80)) + ")";
    }

    private Calendar calendar(String slug, CalendarFile file) throws CalendarFile.Unreadable {
        var known = calendars.bySlug(slug);
        if (known.isPresent()) {
            return known.get();
        }
        CalendarRow row = new CalendarRow();
        row.slug = slug;
        row.name = first(file.own("NAME"), file.own("X-WR-CALNAME"), slug);
        row.description = first(file.own("DESCRIPTION"), file.own("X-WR-CALDESC"), "");
        row.zone = zone(first(file.own("X-WR-TIMEZONE"), "Europe/London", ""));
        row.colour = colour(file.own("COLOR"));
        row.visibility = "PRIVATE".equalsIgnoreCase(file.own("CLASS"))
                ? Calendar.Visibility.MEMBERS
                : Calendar.Visibility.PUBLIC;
        row.changedAt = clock.instant();
        calendars.persistAndFlush(row);
        return calendars.byId(row.id);
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static ZoneId zone(String id) throws CalendarFile.Unreadable {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new CalendarFile.Unreadable(0, "The calendar's time zone “" + id + "” is not known");
        }
    }

    /// COLOR is a CSS colour name (RFC 7986); the palette has six.
    private static Calendar.Colour colour(String css) {
        return switch (css.toLowerCase(Locale.ROOT)) {
            case "olivedrab", "green", "darkgreen", "forestgreen" -> Calendar.Colour.MOSS;
            case "steelblue", "blue", "navy", "skyblue" -> Calendar.Colour.SKY;
            case "goldenrod", "orange", "gold", "darkorange" -> Calendar.Colour.AMBER;
            case "plum", "purple", "rebeccapurple", "indigo" -> Calendar.Colour.PLUM;
            case "slategray", "gray", "grey", "black" -> Calendar.Colour.ASH;
            default -> Calendar.Colour.ROSE;
        };
    }
}
