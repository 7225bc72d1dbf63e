package coop.roseash.infrastructure.session;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;

/// Finds the member of a session, once per request. With Redis or the database down everybody is a guest: public
/// pages stay up, and nobody is signed out by it.
@ApplicationScoped
class SignedInMember {
    private static final Logger LOG = Logger.getLogger(SignedInMember.class);

    private final Sessions sessions;
    private final Members members;
    private final SessionCookie cookie;

    SignedInMember(Sessions sessions, Members members, SessionCookie cookie) {
        this.sessions = sessions;
        this.members = members;
        this.cookie = cookie;
    }

    @Nullable
    SecurityIdentity of(String token, RoutingContext request) {
        try {
            Optional<Session> session = sessions.find(token);
            Optional<Member> member = session.flatMap(found -> members.active(found.memberId()));
            if (member.isEmpty()) {
                session.ifPresent(found -> sessions.end(token));
                cookie.remove(request);
                return null;
            }
            return MemberIdentity.builder(member.get()).addAttribute(CurrentVisitor.SESSION, session.get()).build();
        } catch (RuntimeException e) {
            LOG.warnf("A session could not be looked up, the visitor is a guest meanwhile: %s", e.toString());
            return null;
        }
    }
}
