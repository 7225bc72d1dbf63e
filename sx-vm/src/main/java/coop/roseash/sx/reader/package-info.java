/// From text to values, with the position of every form.
@NullMarked
package coop.roseash.sx.reader;

import org.jspecify.annotations.NullMarked;
