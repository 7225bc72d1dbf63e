/// Members, their roles and their credentials.
@NullMarked
package coop.roseash.model.member;

import org.jspecify.annotations.NullMarked;
