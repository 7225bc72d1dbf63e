package coop.roseash.federation.passkey;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.Passkeys;
import coop.roseash.contract.signin.Passkeys.Credential;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.signin.ProviderSession;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.FreshSignIn;

/// Adding, naming and removing a member's passkeys; the list is on the page of all their ways to sign in.
@Path("/security/passkeys")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@FreshSignIn
public class PasskeyPage {
    private final CurrentVisitor visitor;
    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final FormToken formToken;
    private final AuditLog audit;
    private final String site;

    PasskeyPage(CurrentVisitor visitor, Passkeys passkeys, Ceremonies ceremonies, Challenges challenges,
            FormToken formToken, AuditLog audit, SiteSettings site) {
        this.visitor = visitor;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.formToken = formToken;
        this.audit = audit;
        this.site = site.name();
    }

    @GET
    public Response form(RoutingContext request) {
        visitor.requireMember();
        return form(request, Response.Status.OK, "", Map.of());
    }

    @POST
    @Path("options")
    @Produces(MediaType.APPLICATION_JSON)
    public Response options(@RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        byte[] challenge = challenges.next(request, purpose(member));
        PasskeyOptions.RelyingParty party = new PasskeyOptions.RelyingParty(ceremonies.domain(), site,
                challenges.milliseconds());
        return Response
            .ok(PasskeyOptions.add(member, party, challenge, passkeys.credentialIds(member.id())))
            .header("Cache-Control", "no-store")
            .build();
    }

    @POST
    public Response add(@RestForm @Nullable String credential, @RestForm @Nullable String name,
            @RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        String wanted = name == null ? "" : name;
        Optional<Credential> made = ceremonies.registered(request, purpose(member), credential);
        if (made.isEmpty()) {
            return form(request, Response.Status.BAD_REQUEST, wanted,
                    Map.of("passkey", "Your device made no passkey that counts here; please try again"));
        }
        if (!passkeys.add(member.id(), wanted, made.get())) {
            return form(request, Response.Status.CONFLICT, wanted, Map.of("passkey",
                    "This passkey is registered already, or you have " + Passkeys.MOST + " of them"));
        }
        note(request, Kind.PASSKEY_ADDED, member, wanted);
        return Answers.seeOther("/security?done=passkey");
    }

    @POST
    @Path("{id}/name")
    public Response rename(long id, @RestForm @Nullable String name, @RestForm @Nullable String token,
            RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        if (!passkeys.rename(member.id(), id, name == null ? "" : name)) {
            throw new NotFoundException();
        }
        note(request, Kind.PASSKEY_RENAMED, member, name == null ? "" : name);
        return Answers.seeOther("/security?done=passkey-renamed");
    }

    @POST
    @Path("{id}/remove")
    public Response remove(long id, @RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        String name = passkeys.remove(member.id(), id).orElseThrow(NotFoundException::new);
        note(request, Kind.PASSKEY_REMOVED, member, name);
        return Answers.seeOther("/security?done=passkey-removed");
    }

    private static String purpose(Member member) {
        return "add:" + member.id();
    }

    private Response form(RoutingContext request, Response.Status status, String name, Map<String, String> errors) {
        return Answers.page(status, Templates.add(formToken.forForm(request), name, errors));
    }

    private void note(RoutingContext request, Kind kind, Member member, String detail) {
        audit.note(new AuditLog.Entry(kind, member.id(), null, ProviderSession.address(request), detail));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance add(String token, String name, Map<String, String> errors);
    }
}
