package coop.roseash.federation.security;

import java.util.List;
import java.util.Map;

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
import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.signin.Attempts;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.FreshSignIn;

/// A member's e-mail address, which changes once a link sent to the new one is confirmed.
@Path("/security/address")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@FreshSignIn
public class AddressPage {
    private final CurrentVisitor visitor;
    private final MailLinks links;
    private final Members members;
    private final Attempts attempts;
    private final FormToken formToken;

    AddressPage(CurrentVisitor visitor, MailLinks links, Members members, Attempts attempts, FormToken formToken) {
        this.visitor = visitor;
        this.links = links;
        this.members = members;
        this.attempts = attempts;
        this.formToken = formToken;
    }

    @GET
    public Response show(RoutingContext request) {
        return form(request, Response.Status.OK, "", Map.of());
    }

    /// Says the same for another member's address: whether it is known is told to its mailbox only.
    @POST
    public Response send(@RestForm @Nullable String email, @RestForm @Nullable String token, RoutingContext request) {
        Member member = visitor.requireMember();
        formToken.require(request, token);
        String address = email == null ? "" : email.strip();
        Members.Registration asked = new Members.Registration(member.handle(), member.displayName(), address, null,
                List.of());
        String problem = members.problems(asked).get("email");
        if (problem != null) {
            return form(request, Response.Status.BAD_REQUEST, address, Map.of("email", problem));
        }
        if (address.equalsIgnoreCase(member.email())) {
            return form(request, Response.Status.BAD_REQUEST, address, Map.of("email", "This is your address already"));
        }
        attempts.mail(request, address);
        links.sendAddressChange(member.id(), address, new MailLinks.Origin("/security", formToken.secret(request)));
        return Answers.seeOther("/security?done=address-sent");
    }

    private Response form(RoutingContext request, Response.Status status, String email, Map<String, String> errors) {
        return Answers.page(status,
                Templates.form(formToken.forForm(request), visitor.requireMember(), email, errors));
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(String token, Member member, String email, Map<String, String> errors);
    }
}
