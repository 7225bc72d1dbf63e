/// Gives every request the identity by which the lines of all apps' logs about it are found.
@NullMarked
package coop.roseash.infrastructure.trace;

import org.jspecify.annotations.NullMarked;
