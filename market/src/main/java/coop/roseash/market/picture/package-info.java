/// Product pictures at addresses that never change.
@NullMarked
package coop.roseash.market.picture;

import org.jspecify.annotations.NullMarked;
