/// What a member allowed applications of others, to look at and to take back.
@NullMarked
package coop.roseash.federation.application;

import org.jspecify.annotations.NullMarked;
