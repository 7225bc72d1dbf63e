/// The cooperative's own housekeeping of its members.
@NullMarked
package coop.roseash.federation.admin;

import org.jspecify.annotations.NullMarked;
