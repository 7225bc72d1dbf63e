package coop.roseash.infrastructure.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.oidc.OidcSession;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.RequestingDevice;
import coop.roseash.infrastructure.session.SessionCookie;

/// Turns federation's ID token into a session of this app.
@RequestScoped
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class SignInFinish {
    private final OidcSession oidc;
    private final Sessions sessions;
    private final Members members;
    private final Instance<Baskets> baskets;
    private final CurrentVisitor visitor;
    private final SessionCookie cookie;
    private final Clock clock;

    SignInFinish(OidcSession oidc, Sessions sessions, Members members,
            Instance<Baskets> baskets, CurrentVisitor visitor, SessionCookie cookie, Clock clock) {
        this.oidc = oidc;
        this.sessions = sessions;
        this.members = members;
        this.baskets = baskets;
        this.visitor = visitor;
        this.cookie = cookie;
        this.clock = clock;
    }

    /// @return whether the visitor is signed in now
    boolean finish(RoutingContext request) {
        JsonWebToken idToken = oidc.getIdToken();
        Optional<Member> member = members.bySubject(idToken.getSubject())
            .flatMap(found -> members.active(found.id()));
        Optional<String> token = member.flatMap(found -> sessions.start(session(found, idToken, request)));
        oidc.logout().await().indefinitely();
        if (token.isEmpty()) {
            return false;
        }
        String before = cookie.token(request);
        if (before != null) {
            sessions.end(before);
        }
        cookie.give(request, token.get());
        Visitor.SignedIn signedIn = new Visitor.SignedIn(member.orElseThrow().id());
        visitor.guest().ifPresent(guest -> baskets.stream().forEach(all -> all.merge(guest, signedIn)));
        return true;
    }

    private Session session(Member member, JsonWebToken idToken, RoutingContext request) {
        Long authenticated = idToken.getClaim("auth_time");
        Instant now = clock.instant();
        return Session.starting(member.id(), String.valueOf((Object) idToken.getClaim("sid")),
                authenticated == null ? now : Instant.ofEpochSecond(authenticated), now, idToken.getRawToken(),
                RequestingDevice.of(request));
    }
}
