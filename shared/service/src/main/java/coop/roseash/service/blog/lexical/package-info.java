/// Renders Lexical documents (Ghost's content format) to HTML.
@NullMarked
package coop.roseash.service.blog.lexical;

import org.jspecify.annotations.NullMarked;
