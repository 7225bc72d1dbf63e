/// What readers see: the front page, posts, subjects, authors, search and pictures.
@NullMarked
package coop.roseash.blog.reading;

import org.jspecify.annotations.NullMarked;
