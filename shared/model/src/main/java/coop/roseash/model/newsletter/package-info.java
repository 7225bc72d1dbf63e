/// Newsletters, their readers and their issues.
@NullMarked
package coop.roseash.model.newsletter;

import org.jspecify.annotations.NullMarked;
