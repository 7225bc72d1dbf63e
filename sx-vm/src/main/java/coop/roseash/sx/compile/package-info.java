/// The compiler, which is written in SX, as Java calls it.
@NullMarked
package coop.roseash.sx.compile;

import org.jspecify.annotations.NullMarked;
