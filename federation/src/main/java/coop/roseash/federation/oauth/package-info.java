/// Federation as OAuth 2.0 and OpenID provider: code with PKCE for every client, signed tokens, sign-out everywhere.
@NullMarked
package coop.roseash.federation.oauth;

import org.jspecify.annotations.NullMarked;
