/// The social parts lent to the other apps.
@NullMarked
package coop.roseash.federation.fragment;

import org.jspecify.annotations.NullMarked;
