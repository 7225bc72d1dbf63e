/// The shop's pages: shelves, products, search, suppliers.
@NullMarked
package coop.roseash.market.shop;

import org.jspecify.annotations.NullMarked;
