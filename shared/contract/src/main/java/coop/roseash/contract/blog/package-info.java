/// Posts, pages and the site's navigation.
@NullMarked
package coop.roseash.contract.blog;

import org.jspecify.annotations.NullMarked;
