package coop.roseash.contract.event;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/// What a steward writes into the entry form.
///
/// @param start local, in the calendar's zone
/// @param end local; for a whole-day entry midnight after its last day
/// @param rrule recurrence rule (RFC 5545), null for a single date
/// @param place its name may be empty
public record EntryDraft(String calendar, String title, String description, boolean allDay, LocalDateTime start,
        LocalDateTime end, @Nullable String rrule, Place place, boolean published) {}
