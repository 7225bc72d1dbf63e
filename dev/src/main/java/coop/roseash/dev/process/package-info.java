/// The processes that make up the running cooperative.
@NullMarked
package coop.roseash.dev.process;

import org.jspecify.annotations.NullMarked;
