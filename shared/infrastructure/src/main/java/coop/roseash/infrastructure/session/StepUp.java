package coop.roseash.infrastructure.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.session.Session;

/// Sends a member whose sign-in is too old to the sign-in once more, by `max_age` (OpenID Connect Core 1.0, section
/// 3.1.2.1).
@ApplicationScoped
public class StepUp {
    /// The query parameter by which `/auth/login` is asked for a fresh sign-in.
    public static final String PARAMETER = "fresh";
    private static final int UNAUTHORIZED = 401;
    private static final int SEE_OTHER = 303;

    private final CurrentVisitor visitor;
    private final Duration age;
    private final Clock clock;
    private final String origin;

    StepUp(CurrentVisitor visitor, @ConfigProperty(name = "step-up.age", defaultValue = "10M") Duration age,
            Clock clock, Addresses addresses) {
        this.visitor = visitor;
        this.age = age;
        this.clock = clock;
        this.origin = addresses.origin(addresses.self());
    }

    /// How old a sign-in may be where a fresh one is asked for.
    public Duration age() {
        return age;
    }

    public boolean isFresh(Session session) {
        return !session.authenticatedAt().plus(age).isBefore(clock.instant());
    }

    /// A guest is left to the page itself, which asks for a member.
    @FreshSignIn
    @ServerRequestFilter
    Optional<Response> demand(RoutingContext routing, SimpleResourceInfo resource) {
        if (visitor.session().filter(session -> !isFresh(session)).isEmpty()) {
            return Optional.empty();
        }
        HttpServerRequest request = routing.request();
        if (request.getHeader("HX-Request") != null) {
            return Optional.of(Response.status(UNAUTHORIZED)
                .header("HX-Redirect", signIn(ReturnPath.ofAddress(request.getHeader("HX-Current-URL"), origin)))
                .header("Cache-Control", "no-store")
                .build());
        }
        return Optional.of(Response.status(SEE_OTHER)
            .header("Location", signIn(back(request, resource)))
            .header("Cache-Control", "no-store")
            .build());
    }

    /// A form cannot be sent again: back to the page it came from, or where browsers do not say, to the first page of
    /// its resource.
    private ReturnPath back(HttpServerRequest request, SimpleResourceInfo resource) {
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            return ReturnPath.of(request.uri());
        }
        String from = request.getHeader("Referer");
        if (from != null) {
            return ReturnPath.ofAddress(from, origin);
        }
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        return ReturnPath.of(path == null || path.value().contains("{") ? "/" : path.value());
    }

    private static String signIn(ReturnPath to) {
        return "/auth/login?" + PARAMETER + "=yes&to=" + to.encoded();
    }
}
