package coop.roseash.infrastructure.auth;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.infrastructure.session.StepUp;

/// Makes the silent sign-in silent and the fresh one fresh, and clears away the state of sign-ins that were never finished.
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class AuthorizationRequests implements OidcRedirectFilter {
    /// Tabs that may be signing in at once.
    private static final int MOST_AT_ONCE = 10;

    private final StepUp stepUp;

    AuthorizationRequests(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        RoutingContext request = redirect.routingContext();
        if ("/auth/silent".equals(request.request().path())) {
            redirect.additionalQueryParams().set("prompt", "none");
        }
        if (request.request().getParam(StepUp.PARAMETER) != null) {
            redirect.additionalQueryParams().set("max_age", String.valueOf(stepUp.age().toSeconds()));
        }
        request.response().putHeader("Cache-Control", "no-store");
        request.request()
            .cookies()
            .stream()
            .filter(cookie -> cookie.getName().startsWith("q_auth"))
            .skip(MOST_AT_ONCE)
            .forEach(cookie -> request.response()
                .addCookie(Cookie.cookie(cookie.getName(), "").setPath("/auth").setMaxAge(0)));
    }
}
