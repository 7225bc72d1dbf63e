/// What people and machines see when something is refused or goes wrong.
@NullMarked
package coop.roseash.infrastructure.error;

import org.jspecify.annotations.NullMarked;
