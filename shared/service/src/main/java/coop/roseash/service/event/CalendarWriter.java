package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes iCalendar content lines: CRLF ends, folded at 75 octets (RFC 5545, 3.1).
final class CalendarWriter {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
        .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    CalendarWriter line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /// A line of text that needs escaping; left out when it is empty.
    CalendarWriter text(String name, String value) {
        return value.isEmpty() ? this : line(name, CalendarText.escape(value));
    }

    CalendarWriter time(String name, Instant instant) {
        return line(name, UTC.format(instant));
    }

    /// @param values as [CalendarText] writes local times, joined by commas
    CalendarWriter local(String name, String values, ZoneId zone, boolean date) {
        if (values.isEmpty()) {
            return this;
        }
        if (date) {
            return line(name + ";VALUE=DATE", values.replaceAll("T\\d{6}", ""));
        }
        return zone.equals(ZoneOffset.UTC)
                ? line(name, values.replaceAll("(\\d)(,|$)", "$1Z$2"))
                : line(name + ";TZID=" + zone.getId(), values);
    }

    /// Lines that already are content lines, but for their folding.
    CalendarWriter lines(String lines) {
        lines.lines().forEach(this::fold);
        return this;
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length();) {
            int point = line.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
