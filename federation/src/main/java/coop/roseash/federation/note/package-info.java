/// A note with what it answers and what answers it.
@NullMarked
package coop.roseash.federation.note;

import org.jspecify.annotations.NullMarked;
