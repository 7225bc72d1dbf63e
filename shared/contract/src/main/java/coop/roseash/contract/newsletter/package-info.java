/// Newsletters and who reads them.
@NullMarked
package coop.roseash.contract.newsletter;

import org.jspecify.annotations.NullMarked;
