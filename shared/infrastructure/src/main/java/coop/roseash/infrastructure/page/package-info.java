/// The frame around every page: what the layout shows, and the assets it links to.
@NullMarked
package coop.roseash.infrastructure.page;

import org.jspecify.annotations.NullMarked;
