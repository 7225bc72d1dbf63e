/// How deliveries to other servers go, for admins.
@NullMarked
package coop.roseash.federation.delivery;

import org.jspecify.annotations.NullMarked;
