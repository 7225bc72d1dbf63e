/// Newsletters: who reads them, and how an issue reaches each reader once.
@NullMarked
package coop.roseash.service.newsletter;

import org.jspecify.annotations.NullMarked;
