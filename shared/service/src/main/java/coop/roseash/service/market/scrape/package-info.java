/// The scraper: reads suppliers' shops politely, reports, and changes the market once a person approves.
@NullMarked
package coop.roseash.service.market.scrape;

import org.jspecify.annotations.NullMarked;
