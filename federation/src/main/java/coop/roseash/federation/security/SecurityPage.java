package coop.roseash.federation.security;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Passwords;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.contract.signin.Passkeys;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// All the ways in which one member signs in.
@Path("/security")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SecurityPage {
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("address", "Your address is changed."),
            Map.entry("address-sent", "A link is on its way to the new address. Open it in this browser."),
            Map.entry("password", "Your password is set. You are signed out on all other devices."),
            Map.entry("password-removed", "Your password is removed."),
            Map.entry("codes-removed", "One-time codes are off."),
            Map.entry("passkey", "The passkey is added."),
            Map.entry("passkey-renamed", "The passkey has its new name."),
            Map.entry("passkey-removed", "The passkey is removed. Remove it from your device too."),
            Map.entry("recovery-code", "You are in with a recovery code; it is used up now. If your authenticator is"
                    + " lost, turn one-time codes off here and on again."),
            Map.entry("recovered", "Welcome back. One-time codes are off and all other devices are signed out: set up"
                    + " here how you want to sign in."));

    private final CurrentVisitor visitor;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final FormToken formToken;

    SecurityPage(CurrentVisitor visitor, Passkeys passkeys, Passwords passwords, OneTimeCodes codes,
            FormToken formToken) {
        this.visitor = visitor;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.codes = codes;
        this.formToken = formToken;
    }

    @GET
    public Response show(@RestQuery @Nullable String done, RoutingContext request) {
        Member member = visitor.requireMember();
        Ways ways = new Ways(passwords.isSet(member.id()), codes.isOn(member.id()),
                codes.recoveryCodesLeft(member.id()));
        return Answers.page(Response.Status.OK, Templates.show(formToken.forForm(request), member,
                passkeys.of(member.id()), ways, done == null ? "" : DONE.getOrDefault(done, "")));
    }

    /// @param codes whether one-time codes are asked for
    record Ways(boolean password, boolean codes, int recoveryCodes) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(String token, Member member, List<Passkeys.Passkey> passkeys,
                Ways ways, String done);
    }
}
