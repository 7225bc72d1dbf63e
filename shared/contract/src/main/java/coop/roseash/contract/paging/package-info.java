/// Pages of long lists.
@NullMarked
package coop.roseash.contract.paging;

import org.jspecify.annotations.NullMarked;
