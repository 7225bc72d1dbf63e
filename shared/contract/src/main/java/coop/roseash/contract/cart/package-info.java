/// Baskets, checkout and orders.
@NullMarked
package coop.roseash.contract.cart;

import org.jspecify.annotations.NullMarked;
