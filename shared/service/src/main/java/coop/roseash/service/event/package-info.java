/// Calendars, entries, tickets and bookings over the shared database.
@NullMarked
package coop.roseash.service.event;

import org.jspecify.annotations.NullMarked;
