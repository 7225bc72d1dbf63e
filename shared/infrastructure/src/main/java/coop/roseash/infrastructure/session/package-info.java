/// Who the visitor is: the app's own session after the sign-in at federation.
///
/// - A page asks [CurrentVisitor]; `@RolesAllowed("editor")` and `requireMember()` send a guest to the sign-in
///   (a page is 303, an htmx request 401 with HX-Redirect) and come back to the same page.
/// - A link to sign in is `/auth/login?to=/the/page`, signing out is a POST form to `/auth/logout`; both exist
///   in every app.
/// - A test signs somebody in with `coop.roseash.testing.SignIn`:
///
///       given().cookie(SignIn.COOKIE, SignIn.as("rosa", Role.EDITOR)).get("/drafts").then().statusCode(200);
///
///   The member is registered on first use; the cookie is one of this app's own sessions.
@NullMarked
package coop.roseash.infrastructure.session;

import org.jspecify.annotations.NullMarked;
