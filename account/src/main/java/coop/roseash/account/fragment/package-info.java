/// What account lends to the pages of all apps.
@NullMarked
package coop.roseash.account.fragment;

import org.jspecify.annotations.NullMarked;
