/// Counting, holding and selling stock.
@NullMarked
package coop.roseash.service.stock;

import org.jspecify.annotations.NullMarked;
