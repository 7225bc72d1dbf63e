/// The instructions, code objects, their file form and their verifier.
@NullMarked
package coop.roseash.sx.bytecode;

import org.jspecify.annotations.NullMarked;
