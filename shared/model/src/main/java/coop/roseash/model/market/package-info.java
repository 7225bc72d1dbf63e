/// Products, suppliers and the scraper's sources and runs.
@NullMarked
package coop.roseash.model.market;

import org.jspecify.annotations.NullMarked;
