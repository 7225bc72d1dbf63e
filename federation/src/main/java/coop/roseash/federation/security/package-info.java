/// How a member signs in: their address, password, passkeys and one-time codes, for them to change.
@NullMarked
package coop.roseash.federation.security;

import org.jspecify.annotations.NullMarked;
