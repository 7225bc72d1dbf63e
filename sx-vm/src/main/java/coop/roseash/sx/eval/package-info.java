/// The CEK evaluator, the reference for every other engine.
@NullMarked
package coop.roseash.sx.eval;

import org.jspecify.annotations.NullMarked;
