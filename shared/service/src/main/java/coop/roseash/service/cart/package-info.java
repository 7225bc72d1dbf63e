/// Baskets, orders and the payments for them.
@NullMarked
package coop.roseash.service.cart;

import org.jspecify.annotations.NullMarked;
