package coop.roseash.infrastructure.auth;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// Looks at federation's answer before quarkus-oidc does: it must come from our issuer (RFC 9207), carry each
/// parameter once, and belong to a sign-in that this browser started.
@ApplicationScoped
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class CallbackGuard {
    private static final int PRIORITY = 290;
    private static final int UNAUTHORIZED = 401;
    private static final int SEE_OTHER = 303;
    private static final String ERROR = "/auth/error";
    private static final String EXPIRED = ERROR + "?error=" + AuthPage.EXPIRED;
    private static final Set<String> ONCE = Set.of("code", "state", "iss", "error");
    private final String issuer;
    private final SilentSignIn silent;

    CallbackGuard(@ConfigProperty(name = "fed.public") String issuer, SilentSignIn silent) {
        this.issuer = issuer;
        this.silent = silent;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        if (!"/auth/callback".equals(request.request().path())) {
            request.next();
        } else if (isExpected(request)) {
            silent.remember(request, request.request().getParam("browser"));
            request.addHeadersEndHandler(any -> explain(request.response()));
            request.next();
        } else {
            request.reroute(ERROR);
        }
    }

    /// An answer that is refused behind us, for example a code that another tab has used, is no blank page.
    private static void explain(HttpServerResponse response) {
        if (response.getStatusCode() == UNAUTHORIZED) {
            response.setStatusCode(SEE_OTHER).putHeader("Location", EXPIRED).putHeader("Cache-Control", "no-store");
            response.headers().remove("WWW-Authenticate");
        }
    }

    private boolean isExpected(RoutingContext request) {
        for (String name : ONCE) {
            if (request.queryParam(name).size() > 1) {
                return false;
            }
        }
        List<String> state = request.queryParam("state");
        return request.queryParam("iss").equals(List.of(issuer)) && state.size() == 1
                && isOurs(request, state.getFirst());
    }

    private static boolean isOurs(RoutingContext request, String state) {
        return request.request()
            .cookies()
            .stream()
            .anyMatch(cookie -> cookie.getName().startsWith("q_auth") && cookie.getName().endsWith("_" + state));
    }
}
