/// Words and times on the cart's pages.
@NullMarked
package coop.roseash.cart.page;

import org.jspecify.annotations.NullMarked;
