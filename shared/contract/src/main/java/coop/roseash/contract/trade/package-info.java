/// What can be sold, whatever app sells it.
@NullMarked
package coop.roseash.contract.trade;

import org.jspecify.annotations.NullMarked;
