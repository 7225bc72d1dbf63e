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
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.contract.provider.MailLinks.Confirmation;
import coop.roseash.contract.provider.MailLinks.Pending;
import coop.roseash.federation.form.FormToken;

/// The page behind a link in a mail. Opening it uses nothing up, since mail scanners open links too; confirming
/// signs in this browser, never the one that asked.
@Path("/signin/link/{link}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LinkPage {
    private final MailLinks links;
    private final ProviderSession session;
    private final FormToken formToken;
    private final Addresses addresses;

    LinkPage(MailLinks links, ProviderSession session, FormToken formToken, Addresses addresses) {
        this.links = links;
        this.session = session;
        this.formToken = formToken;
        this.addresses = addresses;
    }

    @GET
    public Response show(String link, RoutingContext request) {
        Optional<Pending> pending = links.look(link);
        return pending.map(found -> SigninPage.page(Response.Status.OK,
                Templates.link(formToken.forForm(request), link, found)))
            .orElseGet(LinkPage::expired);
    }

    @POST
    public Response confirm(String link, @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        return switch (links.confirm(link)) {
            case Confirmation.SignedIn signedIn -> signIn(signedIn, request);
            case Confirmation.HandleTaken taken -> SigninPage.page(Response.Status.CONFLICT, JoinPage.Templates.join(
                    formToken.forForm(request), taken.returnTo(), taken.applicant(), JoinPage.HANDLE_TAKEN));
            case Confirmation.Expired ignored -> expired();
        };
    }

    private Response signIn(Confirmation.SignedIn signedIn, RoutingContext request) {
        session.start(request, signedIn.member(), "mail");
        return AuthPage.seeOther(next(signedIn, request));
    }

    /// A sign-in that an app started in another browser cannot be finished in this one: start at the account.
    private String next(Confirmation.SignedIn signedIn, RoutingContext request) {
        return links.isFrom(signedIn.browserHash(), formToken.secret(request))
                ? signedIn.returnTo()
                : addresses.origin(AppName.ACCOUNT) + "/";
    }

    private static Response expired() {
        return SigninPage.page(Response.Status.GONE, Templates.expired());
    }

    @CheckedTemplate(basePath = "SigninPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance link(String token, String link, Pending pending);

        static native TemplateInstance expired();
    }
}
