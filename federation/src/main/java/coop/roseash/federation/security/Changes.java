package coop.roseash.federation.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.SignedInDevices;
import coop.roseash.federation.signin.ProviderSession;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What each change of a way to sign in entails: a line in the log, and the end of other sessions.
@ApplicationScoped
class Changes {
    private final AuditLog audit;
    private final SignedInDevices devices;
    private final CurrentVisitor visitor;

    Changes(AuditLog audit, SignedInDevices devices, CurrentVisitor visitor) {
        this.audit = audit;
        this.devices = devices;
        this.visitor = visitor;
    }

    void note(RoutingContext request, AuditLog.Kind kind, Member member, String detail) {
        audit.note(new AuditLog.Entry(kind, member.id(), null, ProviderSession.address(request), detail));
    }

    /// Whoever may have known the old secret is signed out.
    void signOutOthers(Member member) {
        devices.signOutOthers(member.id(), visitor.session().map(Session::sid).orElse(""));
    }
}
