/// Tells Prometheus and the health checks how the queues fare.
@NullMarked
package coop.roseash.infrastructure.queue;

import org.jspecify.annotations.NullMarked;
