/// The values of SX and what can be done to any of them: compare, print, name their type.
@NullMarked
package coop.roseash.sx.value;

import org.jspecify.annotations.NullMarked;
