/// What search engines are told.
@NullMarked
package coop.roseash.market.sitemap;

import org.jspecify.annotations.NullMarked;
