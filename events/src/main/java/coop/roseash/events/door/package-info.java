/// The door: letting ticket holders in.
@NullMarked
package coop.roseash.events.door;

import org.jspecify.annotations.NullMarked;
