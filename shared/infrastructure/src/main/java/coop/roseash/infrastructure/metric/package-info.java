/// Decides how the platform's meters count.
@NullMarked
package coop.roseash.infrastructure.metric;

import org.jspecify.annotations.NullMarked;
