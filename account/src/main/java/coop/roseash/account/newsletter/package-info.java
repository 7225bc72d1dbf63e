/// Newsletters: subscribe, confirm, choose, leave, read, write.
@NullMarked
package coop.roseash.account.newsletter;

import org.jspecify.annotations.NullMarked;
