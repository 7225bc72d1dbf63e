/// Members of the cooperative, their roles, and the visitor of a page.
@NullMarked
package coop.roseash.contract.member;

import org.jspecify.annotations.NullMarked;
