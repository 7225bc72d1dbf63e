/// The demo cooperative's calendars, on the first start.
@NullMarked
package coop.roseash.events.demo;

import org.jspecify.annotations.NullMarked;
