package coop.roseash.account.newsletter;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.Choices;

/// What a reader gets, for those who come by the link in an issue and need no account.
@Path("/newsletters/preferences/{secret}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PreferencesPage {
    private final Subscriptions subscriptions;

    PreferencesPage(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    public TemplateInstance show(String secret, @QueryParam("saved") @Nullable String saved) {
        return Templates
            .show(subscriptions.bySecret(secret).orElseThrow(NotFoundException::new), secret, saved != null);
    }

    @POST
    public Response save(String secret, @FormParam("newsletter") @Nullable List<Long> chosen) {
        if (!subscriptions.choose(secret, chosen == null ? Set.of() : new HashSet<>(chosen))) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/newsletters/preferences/" + secret + "?saved=yes")).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Choices choices, String secret, boolean saved);
    }
}
