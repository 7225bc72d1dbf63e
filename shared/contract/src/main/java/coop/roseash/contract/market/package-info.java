/// Products and the pages that show them.
@NullMarked
package coop.roseash.contract.market;

import org.jspecify.annotations.NullMarked;
