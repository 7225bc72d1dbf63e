/// SX, a small s-expression language for hypermedia, and its bytecode VM.
@NullMarked
package coop.roseash.sx;

import org.jspecify.annotations.NullMarked;
