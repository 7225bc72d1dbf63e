/// Counted things: products on the shelf and places at events.
@NullMarked
package coop.roseash.contract.stock;

import org.jspecify.annotations.NullMarked;
