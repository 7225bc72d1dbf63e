/// The demo supplier's shop: a small static web shop that the market's scraper reads.
@NullMarked
package coop.roseash.dev.supplier;

import org.jspecify.annotations.NullMarked;
