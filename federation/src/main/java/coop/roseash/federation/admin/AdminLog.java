package coop.roseash.federation.admin;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Notes what an admin did, and who it was.
@ApplicationScoped
class AdminLog {
    private final AuditLog audit;
    private final CurrentVisitor visitor;

    AdminLog(AuditLog audit, CurrentVisitor visitor) {
        this.audit = audit;
        this.visitor = visitor;
    }

    Member admin() {
        return visitor.requireMember();
    }

    /// @param memberId whom it concerns; null where they are no member yet
    void note(AuditLog.Kind kind, @Nullable Long memberId, RoutingContext request, String detail) {
        String address = request.request().remoteAddress().hostAddress();
        audit.note(new AuditLog.Entry(kind, memberId, null, address, "by " + admin().handle() + " " + detail));
    }
}
