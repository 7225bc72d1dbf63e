/// Tells all apps that a lent fragment has changed.
@NullMarked
package coop.roseash.service.fragment;

import org.jspecify.annotations.NullMarked;
