/// Where authors and editors write and publish.
@NullMarked
package coop.roseash.blog.writing;

import org.jspecify.annotations.NullMarked;
