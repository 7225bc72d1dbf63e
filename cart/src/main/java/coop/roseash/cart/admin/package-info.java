/// Orders and payments for shopkeepers and auditors.
@NullMarked
package coop.roseash.cart.admin;

import org.jspecify.annotations.NullMarked;
