/// Putting things into the basket from any app, and carrying a guest's basket over to the cart.
@NullMarked
package coop.roseash.infrastructure.basket;

import org.jspecify.annotations.NullMarked;
