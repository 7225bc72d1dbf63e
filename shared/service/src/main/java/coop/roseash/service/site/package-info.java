/// What every domain needs of the site: its addresses and its time.
@NullMarked
package coop.roseash.service.site;

import org.jspecify.annotations.NullMarked;
