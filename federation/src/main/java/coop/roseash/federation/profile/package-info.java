/// Pages about actors: what they say, and who follows whom.
@NullMarked
package coop.roseash.federation.profile;

import org.jspecify.annotations.NullMarked;
