package coop.roseash.service.event;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import net.fortuna.ical4j.data.CalendarParserFactory;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/// The lines of an iCalendar file, sorted into the calendar's own and those of each event.
///
/// One event that cannot be understood must not spoil the others, so values stay text here.
final class CalendarFile implements ContentHandler {
    /// More events than this are no calendar of ours.
    static final int MAXIMUM_EVENTS = 5_000;

    /// @param parameters by name in capitals, without quotes
    record Property(String value, Map<String, String> parameters) {}

    /// The properties of one VEVENT by name in capitals.
    record Event(Map<String, List<Property>> properties) {
        @Nullable
        Property first(String name) {
            List<Property> found = properties.getOrDefault(name, List.of());
            return found.isEmpty() ? null : found.getFirst();
        }

        String text(String name) {
            Property property = first(name);
            return property == null ? "" : CalendarText.unescape(property.value());
        }
    }

    /// That the file is no iCalendar file.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    private final Map<String, String> own = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private Map<String, List<Property>> current = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private String name = "";
    private String value = "";
    private Map<String, String> parameters = new HashMap<>();

    private CalendarFile() {}

    static CalendarFile read(byte[] bytes) throws Unreadable {
        CalendarFile file = new CalendarFile();
        // Lines end with CRLF (RFC 5545 section 3.1), but much software writes LF.
        String text = decode(bytes).replaceAll("\\R", "\r\n");
        if (!text.startsWith("BEGIN:VCALENDAR")) {
            throw new Unreadable(1, "This is not an iCalendar file: it does not begin with BEGIN:VCALENDAR");
        }
        try {
            CalendarParserFactory.getInstance().get().parse(new UnfoldingReader(new StringReader(text)), file);
        } catch (ParserException e) {
            throw new Unreadable(Math.max(0, e.getLineNo()), "The file stops making sense here");
        } catch (IOException e) {
            throw new Unreadable(0, "The file cannot be read: " + e.getMessage());
        } catch (TooMany e) {
            throw new Unreadable(0, "The file has more than " + MAXIMUM_EVENTS + " events");
        }
        return file;
    }

    List<Event> events() {
        return events;
    }

    /// A property of the calendar itself; empty where it has none.
    String own(String property) {
        return CalendarText.unescape(own.getOrDefault(property, ""));
    }

    private static String decode(byte[] bytes) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(0, "The file is not UTF-8 text");
        }
    }

    @Override
    public void startComponent(String component) {
        open.add(component.toUpperCase(Locale.ROOT));
        if (isEvent()) {
            current = new HashMap<>();
        }
    }

    @Override
    public void endComponent(String component) {
        if (isEvent()) {
            if (events.size() == MAXIMUM_EVENTS) {
                throw new TooMany();
            }
            events.add(new Event(current));
        }
        open.removeLast();
    }

    @Override
    public void startProperty(String property) {
        name = property.toUpperCase(Locale.ROOT);
        parameters = new HashMap<>();
        value = "";
    }

    @Override
    public void parameter(String parameter, String text) {
        parameters.put(parameter.toUpperCase(Locale.ROOT), text.replace("\"", ""));
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void endProperty(String property) {
        if (isEvent()) {
            current.computeIfAbsent(name, key -> new ArrayList<>()).add(new Property(value, parameters));
        } else if (open.isEmpty()) {
            own.put(name, value);
        }
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    private boolean isEvent() {
        return open.size() == 1 && open.getFirst().equals("VEVENT");
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
