/// Bytecode to JVM classes.
@NullMarked
package coop.roseash.sx.jit;

import org.jspecify.annotations.NullMarked;
