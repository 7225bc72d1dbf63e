/// Calendars, entries, tickets and bookings.
@NullMarked
package coop.roseash.model.event;

import org.jspecify.annotations.NullMarked;
