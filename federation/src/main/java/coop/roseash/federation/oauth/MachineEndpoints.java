package coop.roseash.federation.oauth;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// What the endpoints for machines have in common: they answer in JSON whatever is asked for, take a form only, and
/// let scripts of other sites (public clients in a browser) ask, since none of them looks at cookies.
@ApplicationScoped
class MachineEndpoints {
    private static final int PRIORITY = 350;
    private static final List<String> READ = List.of("GET", "HEAD");
    private static final List<String> WRITTEN_TO = List.of("POST");
    private static final Map<String, Endpoint> ENDPOINTS = Map.of(
            "/.well-known/openid-configuration", new Endpoint(READ, false, true),
            "/.well-known/oauth-authorization-server", new Endpoint(READ, false, true),
            "/oauth/jwks", new Endpoint(READ, false, true),
            "/oauth/token", new Endpoint(WRITTEN_TO, true, true),
            "/oauth/revoke", new Endpoint(WRITTEN_TO, true, true),
            "/oauth/introspect", new Endpoint(WRITTEN_TO, true, false),
            "/oauth/userinfo", new Endpoint(List.of("GET", "HEAD", "POST"), false, true));

    /// @param form whether it takes nothing but a form
    /// @param open whether scripts of other sites may ask
    private record Endpoint(List<String> methods, boolean form, boolean open) {}

    void register(@Observes Filters filters) {
        filters.register(MachineEndpoints::handle, PRIORITY);
    }

    private static void handle(RoutingContext request) {
        Endpoint endpoint = ENDPOINTS.get(request.normalizedPath());
        if (endpoint == null) {
            request.next();
            return;
        }
        HttpServerRequest asked = request.request();
        if (endpoint.open()) {
            asked.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
        }
        String allowed = String.join(", ", endpoint.methods());
        if ("OPTIONS".equals(asked.method().name())) {
            preflight(asked.response(), allowed, endpoint.open());
        } else if (!endpoint.methods().contains(asked.method().name())) {
            refuse(asked.response().putHeader("Allow", allowed), 405, "Only " + allowed);
        } else if (asked.headers().getAll("Authorization").size() > 1) {
            refuse(asked.response(), 400, "There is more than one Authorization header");
        } else if (endpoint.form() && !isForm(asked.getHeader("Content-Type"))) {
            refuse(asked.response(), 400, "Only application/x-www-form-urlencoded is taken");
        } else {
            asked.headers().set("Accept", "application/json");
            request.next();
        }
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.split(";")[0].strip()
            .toLowerCase(Locale.ROOT)
            .equals("application/x-www-form-urlencoded");
    }

    private static void preflight(HttpServerResponse response, String allowed, boolean open) {
        if (open) {
            response.putHeader("Access-Control-Allow-Methods", allowed)
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .putHeader("Access-Control-Max-Age", "3600");
        }
        response.putHeader("Allow", allowed).setStatusCode(204).end();
    }

    private static void refuse(HttpServerResponse response, int status, String description) {
        response.setStatusCode(status)
            .putHeader("Content-Type", "application/json")
            .putHeader("Cache-Control", "no-store")
            .end("{\"error\":\"invalid_request\",\"error_description\":\"" + description + "\"}");
    }
}
