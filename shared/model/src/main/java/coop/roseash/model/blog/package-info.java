/// Posts and pages, tags, authors, revisions, navigation and pictures.
@NullMarked
package coop.roseash.model.blog;

import org.jspecify.annotations.NullMarked;
