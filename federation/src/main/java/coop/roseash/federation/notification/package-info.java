/// What a member should hear of.
@NullMarked
package coop.roseash.federation.notification;

import org.jspecify.annotations.NullMarked;
