/// What every answer and every changing request must have, whatever page it is for.
@NullMarked
package coop.roseash.infrastructure.security;

import org.jspecify.annotations.NullMarked;
