/// The functions of the language that are written in Java.
@NullMarked
package coop.roseash.sx.primitive;

import org.jspecify.annotations.NullMarked;
