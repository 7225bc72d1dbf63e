/// The demo cooperative's conversation, written through the same contracts as the members' own.
@NullMarked
package coop.roseash.federation.demo;

import org.jspecify.annotations.NullMarked;
