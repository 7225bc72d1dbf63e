/// What the cart lends to the pages of all apps.
@NullMarked
package coop.roseash.cart.fragment;

import org.jspecify.annotations.NullMarked;
