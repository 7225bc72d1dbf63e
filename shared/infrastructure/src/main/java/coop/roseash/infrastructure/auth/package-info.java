/// The five apps as clients of federation: signing in by quarkus-oidc under `/auth/` only, then a session of the
/// app's own; signing out everywhere. Federation itself, the provider, has its own pages at the same paths.
@NullMarked
package coop.roseash.infrastructure.auth;

import org.jspecify.annotations.NullMarked;
