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

import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.Choices;

/// Where a reader leaves a newsletter: with a button, or by their mail program's own (RFC 8058), which posts here
/// without a page, a cookie or an origin.
@Path("/newsletters/unsubscribe/{secret}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UnsubscribePage {
    private final Subscriptions subscriptions;

    UnsubscribePage(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    public TemplateInstance ask(String secret) {
        return Templates.ask(subscriptions.bySecret(secret).orElseThrow(NotFoundException::new), secret);
    }

    @POST
    public TemplateInstance leave(String secret) {
        return Templates.left(subscriptions.unsubscribe(secret).orElseThrow(NotFoundException::new), secret);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(Choices choices, String secret);

        static native TemplateInstance left(Newsletter newsletter, String secret);
    }
}
