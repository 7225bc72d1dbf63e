package coop.roseash.infrastructure.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;

/// Tells Quarkus who the visitor is by the session cookie, and sends a guest who must be a member to the sign-in.
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final HttpCredentialTransport TRANSPORT = new HttpCredentialTransport(
            HttpCredentialTransport.Type.COOKIE, "session");
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;

    private final SessionCookie cookie;
    private final SignedInMember members;
    private final BlockingSecurityExecutor executor;
    private final String origin;

    SessionMechanism(SessionCookie cookie, SignedInMember members, BlockingSecurityExecutor executor,
            Addresses addresses) {
        this.cookie = cookie;
        this.members = members;
        this.executor = executor;
        this.origin = addresses.origin(addresses.self());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String token = cookie.token(request);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        return executor.executeBlocking(() -> members.of(token, request));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.response().putHeader("Cache-Control", "no-store");
        if (request.getHeader("HX-Request") != null) {
            return Uni.createFrom()
                .item(new ChallengeData(UNAUTHORIZED, "HX-Redirect",
                        signIn(ReturnPath.ofAddress(request.getHeader("HX-Current-URL"), origin))));
        }
        if (isPage(request)) {
            return Uni.createFrom()
                .item(new ChallengeData(SEE_OTHER, "Location", signIn(ReturnPath.of(request.uri()))));
        }
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Session"));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(TRANSPORT);
    }

    private static boolean isPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads && (accept == null || accept.contains("text/html") || accept.contains("*/*"));
    }

    private static String signIn(ReturnPath to) {
        return "/auth/login?to=" + to.encoded();
    }
}
