/// The demo supplier, read on a first start.
@NullMarked
package coop.roseash.market.demo;

import org.jspecify.annotations.NullMarked;
