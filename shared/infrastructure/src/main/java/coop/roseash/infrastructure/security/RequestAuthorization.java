package coop.roseash.infrastructure.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.spi.runtime.AuthorizationController;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.infrastructure.session.CurrentVisitor;

/// Lets use cases guard themselves: `@RolesAllowed` on a contract's implementation counts wherever a request leads to
/// it, whatever page it came by. What the platform does by itself – at its start, on schedule, out of the outbox, by a
/// command that its own key has signed – is done on nobody's behalf, so nobody's roles are asked for.
@Singleton
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class RequestAuthorization extends AuthorizationController {
    private final CurrentVertxRequest current;

    RequestAuthorization(CurrentVertxRequest current) {
        this.current = current;
    }

    /// An event loop only ever serves requests, also before there is a request context.
    @Override
    public boolean isAuthorizationEnabled() {
        if (Context.isOnEventLoopThread()) {
            return true;
        }
        ManagedContext context = Arc.container().requestContext();
        RoutingContext request = context.isActive() ? current.getCurrent() : null;
        return request != null && request.get(CurrentVisitor.PLATFORM) == null;
    }
}
