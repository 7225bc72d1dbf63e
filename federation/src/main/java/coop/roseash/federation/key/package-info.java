/// The signing keys, for admins and for the command line.
@NullMarked
package coop.roseash.federation.key;

import org.jspecify.annotations.NullMarked;
