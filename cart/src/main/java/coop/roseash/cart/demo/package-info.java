/// The demo's orders.
@NullMarked
package coop.roseash.cart.demo;

import org.jspecify.annotations.NullMarked;
