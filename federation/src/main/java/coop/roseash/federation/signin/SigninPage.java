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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Passwords;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.ReturnPath;

/// The sign-in page. It answers the same whether an address is known or not.
@Path("/signin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SigninPage {
    private static final int LONGEST_ADDRESS = 254;

    private final MailLinks links;
    private final Passwords passwords;
    private final SecondStep secondStep;
    private final SigninForm form;
    private final FormToken formToken;
    private final Attempts attempts;
    private final AuditLog audit;

    SigninPage(MailLinks links, Passwords passwords, SecondStep secondStep, SigninForm form, FormToken formToken,
            Attempts attempts, AuditLog audit) {
        this.links = links;
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.form = form;
        this.formToken = formToken;
        this.attempts = attempts;
        this.audit = audit;
    }

    @GET
    public Response show(@RestQuery @Nullable String to, RoutingContext request) {
        return form.show(request, Response.Status.OK, to, "", Map.of());
    }

    @POST
    @Path("mail")
    public Response mail(@RestForm @Nullable String email, @RestForm @Nullable String to,
            @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        if (!address.contains("@") || address.length() > LONGEST_ADDRESS) {
            return form.show(request, Response.Status.BAD_REQUEST, to, address,
                    Map.of("email", "Write the e-mail address you joined with"));
        }
        attempts.mail(request, address);
        links.sendSignIn(address,
                new MailLinks.Origin(ReturnPath.of(to).path(), formToken.secret(request)));
        audit.note(new AuditLog.Entry(AuditLog.Kind.LINK_SENT, null, null, ProviderSession.address(request), ""));
        return Answers.seeOther("/signin/sent");
    }

    @GET
    @Path("sent")
    public Response sent() {
        return Answers.page(Response.Status.OK, Templates.sent());
    }

    @POST
    @Path("password")
    public Response password(@RestForm @Nullable String email, @RestForm @Nullable String password,
            @RestForm @Nullable String to, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        attempts.password(request, address);
        Optional<Member> member = passwords.check(address, password == null ? "" : password);
        if (member.isEmpty()) {
            audit.note(new AuditLog.Entry(AuditLog.Kind.SIGN_IN_FAILED, null, null, ProviderSession.address(request),
                    "password"));
            return form.show(request, Response.Status.BAD_REQUEST, to, address,
                    Map.of("password", "The address and the password do not belong together"));
        }
        attempts.forgetPassword(request, address);
        return secondStep.signIn(request, member.get(), "password", ReturnPath.of(to).path());
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance sent();
    }
}
