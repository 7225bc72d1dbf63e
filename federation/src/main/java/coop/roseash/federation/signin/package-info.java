/// Signing in and joining: by a link in a mail, or by a password where a member has one.
@NullMarked
package coop.roseash.federation.signin;

import org.jspecify.annotations.NullMarked;
