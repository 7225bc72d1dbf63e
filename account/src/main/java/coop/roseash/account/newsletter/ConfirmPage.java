package coop.roseash.account.newsletter;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.Pending;

/// Where the link of a confirmation mail leads. Mail scanners open links, so only the button confirms.
@Path("/newsletters/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmPage {
    private final Subscriptions subscriptions;

    ConfirmPage(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    public TemplateInstance ask(String token) {
        return Templates.ask(subscriptions.pending(token).orElseThrow(NotFoundException::new));
    }

    @POST
    public TemplateInstance confirm(String token) {
        return Templates.done(subscriptions.confirm(token).orElseThrow(NotFoundException::new));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Pending pending);

        static native TemplateInstance done(Pending pending);
    }
}
