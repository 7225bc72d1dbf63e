/// Writes the reference of every setting from the code that reads it.
@NullMarked
package coop.roseash.dev.configuration;

import org.jspecify.annotations.NullMarked;
