package coop.roseash.infrastructure.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Makes each request part of the trace it says it belongs to, or of a new one.
@ApplicationScoped
class TraceFilter {
    private static final int BEFORE_ALL_OTHERS = 0;

    @ServerRequestFilter(preMatching = true, priority = BEFORE_ALL_OTHERS)
    void begin(ContainerRequestContext request) {
        Trace.within(request.getHeaderString(Trace.HEADER)).begin();
    }
}
