/// The market's catalogue: products, shelves, suppliers, pictures and prices.
@NullMarked
package coop.roseash.service.market;

import org.jspecify.annotations.NullMarked;
