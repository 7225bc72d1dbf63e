/// Takes side effects with the change that causes them, and handles them after it, at least once.
@NullMarked
package coop.roseash.service.outbox;

import org.jspecify.annotations.NullMarked;
