/// Baskets, orders, payments and refunds.
@NullMarked
package coop.roseash.model.cart;

import org.jspecify.annotations.NullMarked;
