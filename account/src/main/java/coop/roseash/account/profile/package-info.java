/// What others read about a member.
@NullMarked
package coop.roseash.account.profile;

import org.jspecify.annotations.NullMarked;
