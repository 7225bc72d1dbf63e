package coop.roseash.federation.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.signin.Attempts;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.FreshSignIn;

/// Turning one-time codes on and off, and the recovery codes for the day the authenticator is lost.
@Path("/security/codes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@FreshSignIn
public class OneTimeCodesPage {
    private final CurrentVisitor visitor;
    private final OneTimeCodes codes;
    private final Changes changes;
    private final Attempts attempts;
    private final FormToken formToken;
    private final String site;

    OneTimeCodesPage(CurrentVisitor visitor, OneTimeCodes codes, Changes changes, Attempts attempts,
            FormToken formToken, SiteSettings site) {
        this.visitor = visitor;
        this.codes = codes;
        this.changes = changes;
        this.attempts = attempts;
        this.formToken = formToken;
        this.site = site.name();
    }

    /// A secret that waits to be confirmed is shown again, so that coming back breaks nothing.
    @GET
    public Response show(RoutingContext request) {
        return setup(request, visitor.requireMember(), Response.Status.OK, Map.of());
    }

    @POST
    @Path("start")
    public Response start(@RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        codes.prepare(member.id());
        return Answers.seeOther("/security/codes");
    }

    @POST
    public Response confirm(@RestForm @Nullable String code, @RestForm @Nullable String token,
            RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        attempts.code(member.id());
        Optional<List<String>> recoveryCodes = codes.confirm(member.id(), code == null ? "" : code);
        if (recoveryCodes.isEmpty()) {
            return setup(request, member, Response.Status.BAD_REQUEST,
                    Map.of("code", "This is not the code of the moment; wait for the next one and try again"));
        }
        attempts.forgetCode(member.id());
        changes.note(request, Kind.TOTP_ADDED, member, "");
        return Answers.page(Response.Status.OK, Templates.recovery(recoveryCodes.get()));
    }

    @POST
    @Path("recovery")
    public Response renew(@RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        if (!codes.isOn(member.id())) {
            return Answers.seeOther("/security");
        }
        List<String> recoveryCodes = codes.renewRecoveryCodes(member.id());
        changes.note(request, Kind.RECOVERY_CODES_MADE, member, "");
        return Answers.page(Response.Status.OK, Templates.recovery(recoveryCodes));
    }

    @POST
    @Path("remove")
    public Response remove(@RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        if (codes.remove(member.id())) {
            changes.note(request, Kind.TOTP_REMOVED, member, "");
        }
        return Answers.seeOther("/security?done=codes-removed");
    }

    private Response setup(RoutingContext request, Member member, Response.Status status, Map<String, String> errors) {
        Optional<String> secret = codes.prepared(member.id());
        if (secret.isEmpty()) {
            return Answers.seeOther("/security");
        }
        return Answers.page(status, Templates.setup(formToken.forForm(request),
                AuthenticatorKey.of(site, member.email(), secret.get()), errors));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance setup(String token, AuthenticatorKey key, Map<String, String> errors);

        static native TemplateInstance recovery(List<String> codes);
    }
}
