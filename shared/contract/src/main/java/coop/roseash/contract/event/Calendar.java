package coop.roseash.contract.event;

import java.time.ZoneId;

/// A named set of entries in one time zone.
public record Calendar(long id, String slug, String name, String description, ZoneId zone, Colour colour,
        Visibility visibility) {
    /// Where its pages and its feed stand on the events app.
    public String path() {
        return "/calendars/" + slug;
    }

    public boolean isForMembersOnly() {
        return visibility == Visibility.MEMBERS;
    }

    public enum Visibility {
        PUBLIC, MEMBERS
    }

    /// The palette that marks calendars apart; each is a class of the design system, never a raw colour.
    public enum Colour {
        ROSE, ASH, MOSS, SKY, AMBER, PLUM
    }
}
