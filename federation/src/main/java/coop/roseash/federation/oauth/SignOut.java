package coop.roseash.federation.oauth;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.infrastructure.session.SessionCookie;

/// Ends a session everywhere: here, in all our apps at once, in every token, and at each client that had one.
@ApplicationScoped
public class SignOut {
    private final Sessions sessions;
    private final Grants grants;
    private final Members members;
    private final Backchannel backchannel;
    private final SessionCookie cookie;
    private final AuditLog audit;

    SignOut(Sessions sessions, Grants grants, Members members, Backchannel backchannel, SessionCookie cookie,
            AuditLog audit) {
        this.sessions = sessions;
        this.grants = grants;
        this.members = members;
        this.backchannel = backchannel;
        this.cookie = cookie;
        this.audit = audit;
    }

    /// Ends the visitor's own session.
    public void end(RoutingContext request, Session session) {
        cookie.remove(request);
        end(session.memberId(), session.sid(), request.request().remoteAddress().hostAddress());
    }

    public void end(long memberId, String sid, String address) {
        sessions.endEverywhere(sid);
        Set<String> clients = grants.revokeSession(sid);
        audit.note(new AuditLog.Entry(AuditLog.Kind.SIGN_OUT, memberId, null, address, ""));
        members.byId(memberId).ifPresent(member -> backchannel.tell(clients, member.subject(), sid));
    }
}
