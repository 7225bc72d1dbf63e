/// SumUp's checkout API and hosted payment page on loopback: same shapes, same codes, no money.
@NullMarked
package coop.roseash.dev.sumup;

import org.jspecify.annotations.NullMarked;
