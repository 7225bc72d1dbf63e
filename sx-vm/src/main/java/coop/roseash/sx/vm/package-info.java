/// The bytecode VM.
@NullMarked
package coop.roseash.sx.vm;

import org.jspecify.annotations.NullMarked;
