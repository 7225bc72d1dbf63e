/// Posts and pages, their reading, writing and import, and the site's navigation.
@NullMarked
package coop.roseash.service.blog;

import org.jspecify.annotations.NullMarked;
