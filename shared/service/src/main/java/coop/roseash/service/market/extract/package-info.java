/// Reading products out of web pages: pure functions from HTML to named fields to a checked item.
@NullMarked
package coop.roseash.service.market.extract;

import org.jspecify.annotations.NullMarked;
