/// The demo cooperative's newsletters.
@NullMarked
package coop.roseash.account.demo;

import org.jspecify.annotations.NullMarked;
