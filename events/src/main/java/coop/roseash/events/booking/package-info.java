/// Rooms, stalls and tools to book.
@NullMarked
package coop.roseash.events.booking;

import org.jspecify.annotations.NullMarked;
