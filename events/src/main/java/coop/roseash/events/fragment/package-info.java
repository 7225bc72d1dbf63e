/// What events lends to the other apps' pages.
@NullMarked
package coop.roseash.events.fragment;

import org.jspecify.annotations.NullMarked;
