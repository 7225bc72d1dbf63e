/// An order as its buyer sees it, pays it and finds it again.
@NullMarked
package coop.roseash.cart.order;

import org.jspecify.annotations.NullMarked;
