/// Counts what waits in the queues of all domains.
@NullMarked
package coop.roseash.service.queue;

import org.jspecify.annotations.NullMarked;
