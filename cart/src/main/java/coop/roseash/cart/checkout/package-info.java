/// From the basket to a placed order.
@NullMarked
package coop.roseash.cart.checkout;

import org.jspecify.annotations.NullMarked;
