/// Where a member is signed in.
@NullMarked
package coop.roseash.account.device;

import org.jspecify.annotations.NullMarked;
