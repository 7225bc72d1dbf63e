/// Reads Ghost's export file.
@NullMarked
package coop.roseash.service.blog.ghost;

import org.jspecify.annotations.NullMarked;
