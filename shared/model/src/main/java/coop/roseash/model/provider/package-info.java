/// The OpenID provider's clients, grants and keys.
@NullMarked
package coop.roseash.model.provider;

import org.jspecify.annotations.NullMarked;
