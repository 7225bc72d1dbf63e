/// What members prove themselves with, and how people are invited.
@NullMarked
package coop.roseash.model.signin;

import org.jspecify.annotations.NullMarked;
