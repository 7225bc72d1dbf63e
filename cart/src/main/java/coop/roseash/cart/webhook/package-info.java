/// What the payment provider tells us.
@NullMarked
package coop.roseash.cart.webhook;

import org.jspecify.annotations.NullMarked;
