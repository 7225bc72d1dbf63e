/// Finding people and following them.
@NullMarked
package coop.roseash.federation.follow;

import org.jspecify.annotations.NullMarked;
