/// The word that a lent fragment is out of date.
@NullMarked
package coop.roseash.contract.fragment;

import org.jspecify.annotations.NullMarked;
