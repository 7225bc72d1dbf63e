/// From elements to HTML, escaped by context and held to the author policy.
@NullMarked
package coop.roseash.sx.render;

import org.jspecify.annotations.NullMarked;
