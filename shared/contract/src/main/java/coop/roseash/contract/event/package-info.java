/// Calendars, entries and tickets.
@NullMarked
package coop.roseash.contract.event;

import org.jspecify.annotations.NullMarked;
