package coop.roseash.federation.key;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Makes new signing keys at somebody's wish, and notes it.
@RequestScoped
class KeyChange {
    private final SigningKeys keys;
    private final AuditLog audit;
    private final CurrentVisitor visitor;
    private final RoutingContext request;
    private final Clock clock;

    KeyChange(SigningKeys keys, AuditLog audit, CurrentVisitor visitor, RoutingContext request, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.visitor = visitor;
        this.request = request;
        this.clock = clock;
    }

    /// @return when the new keys begin to sign
    Instant make(boolean leaked) {
        Instant from = clock.instant();
        if (leaked) {
            keys.replace();
        } else {
            from = keys.rotate();
        }
        audit.note(new AuditLog.Entry(AuditLog.Kind.KEYS_ROTATED, visitor.member().map(Member::id).orElse(null), null,
                request.request().remoteAddress().hostAddress(), leaked ? "the old ones had leaked" : ""));
        return from;
    }
}
