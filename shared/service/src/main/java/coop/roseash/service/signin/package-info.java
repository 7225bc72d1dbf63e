/// Passkeys, one-time codes and invitations in PostgreSQL.
@NullMarked
package coop.roseash.service.signin;

import org.jspecify.annotations.NullMarked;
