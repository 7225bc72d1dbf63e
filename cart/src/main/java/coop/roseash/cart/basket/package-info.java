/// The basket page and a guest's arrival at it.
@NullMarked
package coop.roseash.cart.basket;

import org.jspecify.annotations.NullMarked;
