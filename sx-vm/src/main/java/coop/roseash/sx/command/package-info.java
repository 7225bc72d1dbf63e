/// The sx command line.
@NullMarked
package coop.roseash.sx.command;

import org.jspecify.annotations.NullMarked;
