/// Pages out of fragments: what one app lends, and how every app fetches, keeps and prints it.
@NullMarked
package coop.roseash.infrastructure.fragment;

import org.jspecify.annotations.NullMarked;
