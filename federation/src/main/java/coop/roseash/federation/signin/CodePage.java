package coop.roseash.federation.signin;

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

import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.signin.SecondStep.Half;

/// The second step of a sign-in: the authenticator's code, or a recovery code where the authenticator is lost.
@Path("/signin/code")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CodePage {
    private final SecondStep secondStep;
    private final OneTimeCodes codes;
    private final Attempts attempts;
    private final FormToken formToken;
    private final AuditLog audit;

    CodePage(SecondStep secondStep, OneTimeCodes codes, Attempts attempts, FormToken formToken, AuditLog audit) {
        this.secondStep = secondStep;
        this.codes = codes;
        this.attempts = attempts;
        this.formToken = formToken;
        this.audit = audit;
    }

    @GET
    public Response show(RoutingContext request) {
        return secondStep.half(request).isPresent()
                ? form(request, Response.Status.OK, Map.of())
                : Answers.seeOther("/signin");
    }

    @POST
    public Response check(@RestForm @Nullable String code, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Optional<Half> half = secondStep.half(request);
        if (half.isEmpty()) {
            return Answers.seeOther("/signin");
        }
        long member = half.get().member().id();
        attempts.code(member);
        if (!codes.check(member, code == null ? "" : code)) {
            return refused(request, member, "code", "This code does not count; wait for the next one and try again");
        }
        attempts.forgetCode(member);
        return secondStep.finish(request, half.get(), "code", half.get().to());
    }

    @POST
    @Path("recovery")
    public Response recover(@RestForm @Nullable String recoveryCode, @RestForm @Nullable String token,
            RoutingContext request) {
        formToken.require(request, token);
        Optional<Half> half = secondStep.half(request);
        if (half.isEmpty()) {
            return Answers.seeOther("/signin");
        }
        long member = half.get().member().id();
        attempts.code(member);
        if (!codes.recover(member, recoveryCode == null ? "" : recoveryCode)) {
            return refused(request, member, "recoveryCode", "This recovery code does not count, or was used before");
        }
        attempts.forgetCode(member);
        note(Kind.RECOVERY_CODE_USED, member, request, codes.recoveryCodesLeft(member) + " left");
        return secondStep.finish(request, half.get(), "recovery code", "/security?done=recovery-code");
    }

    private Response refused(RoutingContext request, long member, String field, String message) {
        note(Kind.SIGN_IN_FAILED, member, request, "code".equals(field) ? "one-time code" : "recovery code");
        return form(request, Response.Status.BAD_REQUEST, Map.of(field, message));
    }

    private void note(Kind kind, long member, RoutingContext request, String detail) {
        audit.note(new AuditLog.Entry(kind, member, null, ProviderSession.address(request), detail));
    }

    private Response form(RoutingContext request, Response.Status status, Map<String, String> errors) {
        return Answers.page(status, Templates.code(formToken.forForm(request), errors));
    }

    @CheckedTemplate(basePath = "SigninPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance code(String token, Map<String, String> errors);
    }
}
