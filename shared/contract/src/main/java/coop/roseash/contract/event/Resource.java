package coop.roseash.contract.event;

import java.time.LocalTime;
import java.time.ZoneId;

/// A room, stall or tool that members book.
///
/// @param opens first slot of each day, local
/// @param closes end of the last slot, local
public record Resource(long id, String slug, String name, String description, Kind kind, ZoneId zone, LocalTime opens,
        LocalTime closes, int slotMinutes) {
    public enum Kind {
        ROOM, STALL, TOOL
    }

    /// Its page on the events app.
    public String path() {
        return "/resources/" + slug;
    }
}
