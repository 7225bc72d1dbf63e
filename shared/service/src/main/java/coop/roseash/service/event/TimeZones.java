package coop.roseash.service.event;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;

/// Definitions of time zones as iCalendar files carry them (VTIMEZONE).
@Singleton
class TimeZones {
    private final Map<ZoneId, String> definitions = new ConcurrentHashMap<>();

    /// Empty for UTC, which needs none, and for a zone nobody has defined.
    String definition(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "" : definitions.computeIfAbsent(zone, TimeZones::define);
    }

    private static String define(ZoneId zone) {
        TimeZoneRegistry registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        var found = registry.getTimeZone(zone.getId());
        return found == null ? "" : found.getVTimeZone().toString();
    }
}
