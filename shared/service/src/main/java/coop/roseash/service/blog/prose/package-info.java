/// The plain editor's text form of a Lexical document: Markdown, with a line for each block it cannot say.
@NullMarked
package coop.roseash.service.blog.prose;

import org.jspecify.annotations.NullMarked;
