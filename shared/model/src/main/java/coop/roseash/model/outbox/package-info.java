/// The outbox of side effects.
@NullMarked
package coop.roseash.model.outbox;

import org.jspecify.annotations.NullMarked;
