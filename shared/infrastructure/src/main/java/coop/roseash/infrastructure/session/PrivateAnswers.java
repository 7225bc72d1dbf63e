package coop.roseash.infrastructure.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/// Keeps what a signed-in member sees out of every cache, so that the back button shows nothing after signing out; and
/// all that belongs to signing in and out.
@Singleton
class PrivateAnswers {
    private final SessionCookie cookie;

    PrivateAnswers(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @ServerResponseFilter
    void keepPrivate(ContainerResponseContext answer, RoutingContext request) {
        boolean isPrivate = cookie.token(request) != null || request.normalizedPath().startsWith("/auth/");
        if (isPrivate && !answer.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }
}
