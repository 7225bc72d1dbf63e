/// Writing a note.
@NullMarked
package coop.roseash.federation.compose;

import org.jspecify.annotations.NullMarked;
