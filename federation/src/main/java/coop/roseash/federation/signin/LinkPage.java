package coop.roseash.federation.signin;

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

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.contract.provider.MailLinks.Confirmation;
import coop.roseash.contract.provider.MailLinks.Pending;
import coop.roseash.contract.provider.MailLinks.Purpose;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The page behind a link in a mail. Opening it uses nothing up, since mail scanners open links too; confirming
/// signs in this browser, never the one that asked.
@Path("/signin/link/{link}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LinkPage {
    private final MailLinks links;
    private final SecondStep secondStep;
    private final Recovery recovery;
    private final AuditLog audit;
    private final CurrentVisitor visitor;
    private final FormToken formToken;
    private final Addresses addresses;

    LinkPage(MailLinks links, SecondStep secondStep, Recovery recovery, AuditLog audit, CurrentVisitor visitor,
            FormToken formToken, Addresses addresses) {
        this.links = links;
        this.secondStep = secondStep;
        this.recovery = recovery;
        this.audit = audit;
        this.visitor = visitor;
        this.formToken = formToken;
        this.addresses = addresses;
    }

    @GET
    public Response show(String link, RoutingContext request) {
        Optional<Pending> pending = links.look(link);
        return pending.map(found -> Answers.page(Response.Status.OK,
                Templates.link(formToken.forForm(request), link, found, isMeant(found))))
            .orElseGet(LinkPage::expired);
    }

    @POST
    public Response confirm(String link, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        Optional<Pending> pending = links.look(link);
        if (pending.filter(found -> !isMeant(found)).isPresent()) {
            return Answers.page(Response.Status.FORBIDDEN,
                    Templates.link(formToken.forForm(request), link, pending.get(), false));
        }
        return switch (links.confirm(link)) {
            case Confirmation.SignedIn signedIn -> signIn(request, signedIn,
                    pending.filter(found -> found.purpose() == Purpose.JOIN).isPresent());
            case Confirmation.AddressChanged changed -> recovery.addressChanged(request, changed);
            case Confirmation.Recovered recovered -> recovery.byAdmin(request, recovered.member());
            case Confirmation.HandleTaken taken -> Answers.page(Response.Status.CONFLICT, JoinPage.Templates.join(
                    formToken.forForm(request), taken.returnTo(), taken.applicant(), JoinPage.HANDLE_TAKEN));
            case Confirmation.Expired ignored -> expired();
        };
    }

    private Response signIn(RoutingContext request, Confirmation.SignedIn signedIn, boolean joins) {
        if (joins) {
            audit.note(new AuditLog.Entry(AuditLog.Kind.REGISTERED, signedIn.member().id(), null,
                    ProviderSession.address(request), ""));
        }
        return secondStep.signIn(request, signedIn.member(), "mail", next(signedIn, request));
    }

    /// An address is changed only in a browser in which its member is signed in: whoever else gets the mail by a slip of
    /// the pen must not get the account.
    private boolean isMeant(Pending pending) {
        Long memberId = pending.memberId();
        return memberId == null || visitor.member().filter(member -> member.id() == memberId).isPresent();
    }

    /// A sign-in that an app started in another browser cannot be finished in this one: start at the account.
    private String next(Confirmation.SignedIn signedIn, RoutingContext request) {
        return links.isFrom(signedIn.browserHash(), formToken.secret(request))
                ? signedIn.returnTo()
                : addresses.origin(AppName.ACCOUNT) + "/";
    }

    private static Response expired() {
        return Answers.page(Response.Status.GONE, Templates.expired());
    }

    @CheckedTemplate(basePath = "SigninPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance link(String token, String link, Pending pending, boolean meant);

        static native TemplateInstance expired();
    }
}
