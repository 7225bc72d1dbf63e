/// Tickets in the hand of their holders, and the queue for those that are gone.
@NullMarked
package coop.roseash.events.ticket;

import org.jspecify.annotations.NullMarked;
