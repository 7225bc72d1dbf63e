/// Bringing content in from Ghost, and the demo on first start.
@NullMarked
package coop.roseash.blog.importing;

import org.jspecify.annotations.NullMarked;
