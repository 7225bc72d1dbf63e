package coop.roseash.contract.event;

import java.time.Instant;
import java.util.Optional;

import coop.roseash.contract.member.Visitor;

/// Calendars and entries as iCalendar files (RFC 5545) to subscribe to or to save.
public interface CalendarFeeds {
    Optional<Feed> ofCalendar(String slug, Visitor visitor);

    Optional<Feed> ofEntry(String slug, Visitor visitor);

    /// @param tag changes whenever the text does
    record Feed(String text, String tag, Instant changedAt) {}
}
