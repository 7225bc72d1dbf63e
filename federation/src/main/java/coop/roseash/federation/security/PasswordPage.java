package coop.roseash.federation.security;

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

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Passwords;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.FreshSignIn;

/// The password of a member who wants one. A new one signs out all other devices.
@Path("/security/password")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@FreshSignIn
public class PasswordPage {
    private final CurrentVisitor visitor;
    private final Passwords passwords;
    private final Changes changes;
    private final FormToken formToken;

    PasswordPage(CurrentVisitor visitor, Passwords passwords, Changes changes, FormToken formToken) {
        this.visitor = visitor;
        this.passwords = passwords;
        this.changes = changes;
        this.formToken = formToken;
    }

    @GET
    public Response show(RoutingContext request) {
        return form(request, visitor.requireMember(), Response.Status.OK, Map.of());
    }

    @POST
    public Response set(@RestForm @Nullable String password, @RestForm @Nullable String again,
            @RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        String wanted = password == null ? "" : password;
        Optional<String> problem = passwords.problem(member, wanted);
        if (problem.isPresent()) {
            return form(request, member, Response.Status.BAD_REQUEST, Map.of("password", problem.get()));
        }
        if (!wanted.equals(again)) {
            return form(request, member, Response.Status.BAD_REQUEST, Map.of("again", "The two are not the same"));
        }
        passwords.set(member.id(), wanted);
        changes.note(request, AuditLog.Kind.PASSWORD_SET, member, "");
        changes.signOutOthers(member);
        return Answers.seeOther("/security?done=password");
    }

    @POST
    @Path("remove")
    public Response remove(@RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        if (passwords.remove(member.id())) {
            changes.note(request, AuditLog.Kind.PASSWORD_REMOVED, member, "");
        }
        return Answers.seeOther("/security?done=password-removed");
    }

    private Response form(RoutingContext request, Member member, Response.Status status, Map<String, String> errors) {
        return Answers.page(status, Templates.form(formToken.forForm(request), member,
                passwords.isSet(member.id()), errors));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(String token, Member member, boolean set, Map<String, String> errors);
    }
}
