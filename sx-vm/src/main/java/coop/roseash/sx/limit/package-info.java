/// The limits of a run and the meter that holds a program to them.
@NullMarked
package coop.roseash.sx.limit;

import org.jspecify.annotations.NullMarked;
