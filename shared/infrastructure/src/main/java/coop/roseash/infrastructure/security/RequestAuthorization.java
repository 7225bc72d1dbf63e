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

/// Lets use cases guard themselves: `@RolesAllowed` on a contract's implementation counts wherever a request leads to
/// it, whatever page it came by. What the platform does by itself – at its start, on schedule, out of the outbox – is
/// done on nobody's behalf, so nobody's roles are asked for.
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
        ManagedContext context = Arc.container().requestContext();
        return Context.isOnEventLoopThread() || context.isActive() && current.getCurrent() != null;
    }
}
