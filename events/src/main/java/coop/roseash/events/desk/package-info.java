/// The stewards' desk: reading calendar files.
@NullMarked
package coop.roseash.events.desk;

import org.jspecify.annotations.NullMarked;
