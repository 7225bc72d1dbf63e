package coop.roseash.contract.event;

import java.util.List;
import java.util.Optional;

import coop.roseash.contract.member.Visitor;

/// The cooperative's calendars; owned by events.
public interface Calendars {
    /// Those the visitor may see, by name.
    List<Calendar> visibleTo(Visitor visitor);

    Optional<Calendar> bySlug(String slug, Visitor visitor);

    /// Creates the calendar, or changes the one with this slug.
    ///
    /// @param calendar its id is ignored
    Calendar save(Calendar calendar);
}
