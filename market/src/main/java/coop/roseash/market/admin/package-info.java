/// The shopkeeper's pages: prices, stock, suppliers' shops.
@NullMarked
package coop.roseash.market.admin;

import org.jspecify.annotations.NullMarked;
