/// What the market lends to pages of other apps.
@NullMarked
package coop.roseash.market.fragment;

import org.jspecify.annotations.NullMarked;
