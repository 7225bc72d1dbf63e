/// What is on: lists, months, entries, and the files to subscribe to.
@NullMarked
package coop.roseash.events.programme;

import org.jspecify.annotations.NullMarked;
