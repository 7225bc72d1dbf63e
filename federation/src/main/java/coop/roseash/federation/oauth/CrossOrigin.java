package coop.roseash.federation.oauth;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// Lets scripts of other sites (public clients in a browser) ask the endpoints that take no cookies: whatever they
/// answer depends on what the script itself brings along.
@ApplicationScoped
class CrossOrigin {
    private static final int PRIORITY = 350;
    private static final Set<String> PATHS = Set.of("/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server", "/oauth/jwks", "/oauth/token", "/oauth/userinfo",
            "/oauth/revoke");

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::handle, PRIORITY);
    }

    private static void handle(RoutingContext request) {
        if (!PATHS.contains(request.normalizedPath())) {
            request.next();
            return;
        }
        HttpServerResponse response = request.response();
        response.putHeader("Access-Control-Allow-Origin", "*")
            .putHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
        if (request.request().method() == HttpMethod.OPTIONS) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .putHeader("Access-Control-Max-Age", "3600")
                .setStatusCode(204)
                .end();
        } else {
            request.next();
        }
    }
}
