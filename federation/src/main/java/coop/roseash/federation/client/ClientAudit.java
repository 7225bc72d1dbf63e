package coop.roseash.federation.client;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Notes who changed what about an application.
@RequestScoped
class ClientAudit {
    private final AuditLog audit;
    private final CurrentVisitor visitor;
    private final RoutingContext request;

    ClientAudit(AuditLog audit, CurrentVisitor visitor, RoutingContext request) {
        this.audit = audit;
        this.visitor = visitor;
        this.request = request;
    }

    void note(String clientId, String what) {
        Long by = visitor.member().map(Member::id).orElse(null);
        String detail = by == null ? what + " by command" : what;
        audit.note(new AuditLog.Entry(AuditLog.Kind.CLIENT_CHANGED, by, clientId,
                request.request().remoteAddress().hostAddress(), detail));
    }
}
