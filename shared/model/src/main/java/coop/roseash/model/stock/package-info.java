/// Counts of what can still be sold, who holds them and why they moved.
@NullMarked
package coop.roseash.model.stock;

import org.jspecify.annotations.NullMarked;
