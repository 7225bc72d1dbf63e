package coop.roseash.federation.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.MailLinks.Confirmation;
import coop.roseash.contract.session.SignedInDevices;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.federation.form.Answers;

/// What links do beside signing in: a new address, and the way back for whoever lost everything.
@ApplicationScoped
class Recovery {
    private final ProviderSession session;
    private final SignedInDevices devices;
    private final OneTimeCodes codes;
    private final AuditLog audit;

    Recovery(ProviderSession session, SignedInDevices devices, OneTimeCodes codes, AuditLog audit) {
        this.session = session;
        this.devices = devices;
        this.codes = codes;
        this.audit = audit;
    }

    Response addressChanged(RoutingContext request, Confirmation.AddressChanged changed) {
        note(AuditLog.Kind.EMAIL_CHANGED, request, changed.before(), "was " + changed.before().email());
        return Answers.seeOther("/security?done=address");
    }

    /// Whoever held the lost devices is signed out, and the lost authenticator no longer stands in the way.
    Response byAdmin(RoutingContext request, Member member) {
        devices.signOutOthers(member.id(), "");
        if (codes.remove(member.id())) {
            note(AuditLog.Kind.TOTP_REMOVED, request, member, "by recovery link");
        }
        session.start(request, member, "recovery link");
        return Answers.seeOther("/security?done=recovered");
    }

    private void note(AuditLog.Kind kind, RoutingContext request, Member member, String detail) {
        audit.note(new AuditLog.Entry(kind, member.id(), null, ProviderSession.address(request), detail));
    }
}
