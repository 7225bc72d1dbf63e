/// Notes in their order: of those a member follows, and of the whole cooperative.
@NullMarked
package coop.roseash.federation.timeline;

import org.jspecify.annotations.NullMarked;
