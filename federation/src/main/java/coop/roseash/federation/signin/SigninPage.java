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
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.form.Limits;
import coop.roseash.infrastructure.session.ReturnPath;

/// The sign-in page. It answers the same whether an address is known or not.
@Path("/signin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SigninPage {
    private static final int LONGEST_ADDRESS = 254;

    private final MailLinks links;
    private final Passwords passwords;
    private final ProviderSession session;
    private final FormToken formToken;
    private final Limits limits;
    private final AuditLog audit;
    private final SigninConfig config;

    SigninPage(MailLinks links, Passwords passwords, ProviderSession session, FormToken formToken, Limits limits,
            AuditLog audit, SigninConfig config) {
        this.links = links;
        this.passwords = passwords;
        this.session = session;
        this.formToken = formToken;
        this.limits = limits;
        this.audit = audit;
        this.config = config;
    }

    @GET
    public Response show(@RestQuery @Nullable String to, RoutingContext request) {
        return form(request, Response.Status.OK, to, "", Map.of());
    }

    @POST
    @Path("mail")
    public Response mail(@RestForm @Nullable String email, @RestForm @Nullable String to,
            @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        if (!address.contains("@") || address.length() > LONGEST_ADDRESS) {
            return form(request, Response.Status.BAD_REQUEST, to, address,
                    Map.of("email", "Write the e-mail address you joined with"));
        }
        limits.count("mail-network", ProviderSession.address(request), config.mailsPerNetwork(), config.window());
        limits.count("mail", address, config.mailsPerAddress(), config.window());
        links.sendSignIn(address,
                new MailLinks.Origin(ReturnPath.of(to).path(), formToken.secret(request)));
        audit.note(new AuditLog.Entry(AuditLog.Kind.LINK_SENT, null, null, ProviderSession.address(request), ""));
        return AuthPage.seeOther("/signin/sent");
    }

    @GET
    @Path("sent")
    public Response sent() {
        return page(Response.Status.OK, Templates.sent());
    }

    @POST
    @Path("password")
    public Response password(@RestForm @Nullable String email, @RestForm @Nullable String password,
            @RestForm @Nullable String to, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        String network = ProviderSession.address(request);
        limits.count("password-network", network, config.passwordsPerNetwork(), config.window());
        limits.count("password", address, config.passwordsPerAddress(), config.window());
        Optional<Member> member = passwords.check(address, password == null ? "" : password);
        if (member.isEmpty()) {
            audit.note(new AuditLog.Entry(AuditLog.Kind.SIGN_IN_FAILED, null, null, network, "password"));
            return form(request, Response.Status.BAD_REQUEST, to, address,
                    Map.of("password", "The address and the password do not belong together"));
        }
        limits.forget("password", address);
        session.start(request, member.get(), "password");
        return AuthPage.seeOther(ReturnPath.of(to).path());
    }

    private Response form(RoutingContext request, Response.Status status, @Nullable String to, String email,
            Map<String, String> errors) {
        return page(status, Templates.signin(formToken.forForm(request), ReturnPath.of(to).path(), email, errors,
                config.open()));
    }

    static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status)
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .entity(page)
            .build();
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance signin(String token, String to, String email, Map<String, String> errors,
                boolean open);

        static native TemplateInstance sent();
    }
}
