package coop.roseash.service.event;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How iCalendar writes text and local times (RFC 5545, 3.3).
final class CalendarText {
    static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

    private CalendarText() {}

    static String escape(String text) {
        return text.replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,")
            .replace("\r\n", "\\n")
            .replace("\n", "\\n");
    }

    static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    /// Local times as one column keeps them.
    static String join(Collection<LocalDateTime> times) {
        return times.stream().sorted().map(DATE_TIME::format).collect(Collectors.joining(","));
    }

    static Set<LocalDateTime> split(String times) {
        return times.isEmpty()
                ? Set.of()
                : Arrays.stream(times.split(","))
                    .map(time -> LocalDateTime.parse(time, DATE_TIME))
                    .collect(Collectors.toCollection(TreeSet::new));
    }
}
