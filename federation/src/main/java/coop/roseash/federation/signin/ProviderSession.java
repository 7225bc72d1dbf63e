package coop.roseash.federation.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.session.Browsers;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.oauth.SignOut;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.RequestingDevice;
import coop.roseash.infrastructure.session.SessionCookie;

/// Starts the session at federation on which the apps' sessions hang.
@ApplicationScoped
public class ProviderSession {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CurrentVisitor visitor;
    private final SignOut signOut;
    private final AuditLog audit;
    private final FormToken formToken;
    private final Browsers browsers;
    private final KnownBrowser known;
    private final Clock clock;

    ProviderSession(Sessions sessions, SessionCookie cookie, CurrentVisitor visitor, SignOut signOut, AuditLog audit,
            FormToken formToken, Browsers browsers, KnownBrowser known, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.visitor = visitor;
        this.signOut = signOut;
        this.audit = audit;
        this.formToken = formToken;
        this.browsers = browsers;
        this.known = known;
        this.clock = clock;
    }

    /// A new token at each sign-in. A member who only proves again who they are keeps the sid, so that signing out
    /// still reaches all apps; another member's session on this device ends everywhere.
    public void start(RoutingContext request, Member member, String how) {
        Optional<Session> before = visitor.session();
        String sid = before.filter(session -> session.memberId() == member.id())
            .map(Session::sid)
            .orElseGet(() -> UUID.randomUUID().toString());
        String oldToken = cookie.token(request);
        before.filter(session -> session.memberId() != member.id()).ifPresent(session -> signOut.end(request, session));
        Instant now = clock.instant();
        Session.Device device = RequestingDevice.of(request);
        // A sid that was signed out from afar a moment ago does not come back; a new one takes its place.
        String token = Stream.of(sid, UUID.randomUUID().toString())
            .flatMap(each -> sessions.start(Session.starting(member.id(), each, now, now, "", device)).stream())
            .findFirst()
            .orElseThrow();
        if (oldToken != null) {
            sessions.end(oldToken);
        }
        cookie.give(request, token);
        browsers.noteSignIn(formToken.mark(request));
        known.remember(request, member);
        audit.note(new AuditLog.Entry(AuditLog.Kind.SIGN_IN, member.id(), null, address(request), how));
    }

    public static String address(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }
}
