/// SX for javax.script.
@NullMarked
package coop.roseash.sx.script;

import org.jspecify.annotations.NullMarked;
