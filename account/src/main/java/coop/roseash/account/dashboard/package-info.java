/// The member's overview, composed of what the other apps lend.
@NullMarked
package coop.roseash.account.dashboard;

import org.jspecify.annotations.NullMarked;
