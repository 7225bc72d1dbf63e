/// The OpenID provider's clients, grants, keys and links over PostgreSQL.
@NullMarked
package coop.roseash.service.provider;

import org.jspecify.annotations.NullMarked;
