/// Where editors order the site's navigation.
@NullMarked
package coop.roseash.blog.navigation;

import org.jspecify.annotations.NullMarked;
