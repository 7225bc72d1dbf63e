/// What machines read: RSS, Atom, JSON Feed and the site map.
@NullMarked
package coop.roseash.blog.feed;

import org.jspecify.annotations.NullMarked;
