package coop.roseash.infrastructure.auth;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
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

    private static final String STATE = "q_auth";
    private static final String PATH = "/auth";

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
        limitToThisSite(request);
        forgetOldOnes(request);
    }

    /// The extension gives this attribute to its session's cookie only.
    private static void limitToThisSite(RoutingContext request) {
        request.request()
            .cookies()
            .stream()
            .filter(cookie -> cookie.getName().startsWith(STATE) && PATH.equals(cookie.getPath()))
            .forEach(cookie -> cookie.setSameSite(CookieSameSite.LAX));
    }

    private static void forgetOldOnes(RoutingContext request) {
        request.request()
            .cookies()
            .stream()
            .filter(cookie -> cookie.getName().startsWith(STATE))
            .skip(MOST_AT_ONCE)
            .forEach(cookie -> request.response()
                .addCookie(Cookie.cookie(cookie.getName(), "").setPath(PATH).setMaxAge(0)));
    }
}
