/// What waits to be done, for those who watch the platform.
@NullMarked
package coop.roseash.contract.queue;

import org.jspecify.annotations.NullMarked;
