package coop.roseash.infrastructure.fragment;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.MemberIdentity;

/// Opens `/internal/` to the platform's own signed requests only, makes the visitor they carry the current one,
/// and says of each fragment what it is and how long it keeps.
@ApplicationScoped
class LenderFilter {
    private static final String INTERNAL = "/internal/";
    private static final String FRAGMENTS = INTERNAL + "fragments/";
    private static final int OK = 200;

    private final InternalSignature signature;
    private final CurrentIdentityAssociation identity;

    LenderFilter(InternalSignature signature, CurrentIdentityAssociation identity) {
        this.signature = signature;
        this.identity = identity;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    @Nullable
    Response admit(ContainerRequestContext request, RoutingContext routing) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (!path.startsWith(INTERNAL)) {
            return null;
        }
        Optional<LentTo> to = signature
            .verify(request.getHeaderString(InternalSignature.HEADER), routing.request().uri());
        to.ifPresent(visitor -> assume(visitor, routing));
        if (to.isPresent() && !path.startsWith(FRAGMENTS)) {
            routing.put(CurrentVisitor.PLATFORM, true);
        }
        return to.isPresent() ? null : Response.status(Response.Status.FORBIDDEN).build();
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo resource) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.startsWith(FRAGMENTS) && answer.getStatus() == OK) {
            answer.getHeaders().putSingle(LenderClient.TYPE_HEADER, path.substring(FRAGMENTS.length()));
            TimeToLive life = resource.getResourceClass().getAnnotation(TimeToLive.class);
            answer.getHeaders()
                .putSingle(HttpHeaders.CACHE_CONTROL, "max-age=" + (life == null ? 30 : life.value()));
        }
    }

    private void assume(LentTo visitor, RoutingContext routing) {
        if (visitor.guest() != null) {
            routing.put(CurrentVisitor.LENT_GUEST, visitor.guest());
        }
        if (visitor.member() != null) {
            identity.setIdentity(MemberIdentity.of(visitor.member()));
        }
    }
}
