/// The clock that carries out waiting scrape runs.
@NullMarked
package coop.roseash.market.scrape;

import org.jspecify.annotations.NullMarked;
