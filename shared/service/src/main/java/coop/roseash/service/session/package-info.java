/// Sessions in Redis, shared by all replicas.
@NullMarked
package coop.roseash.service.session;

import org.jspecify.annotations.NullMarked;
