package coop.roseash.account.newsletter;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

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

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.Newsletter;
import coop.roseash.contract.newsletter.Subscriptions;
import coop.roseash.contract.newsletter.Subscriptions.Choices;
import coop.roseash.contract.newsletter.Subscriptions.SubscribeOutcome;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// All newsletters: a guest subscribes by mail, a member ticks what they want.
@Path("/newsletters")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewslettersPage {
    private static final int BAD_REQUEST = 400;

    private final CurrentVisitor visitor;
    private final Newsletters newsletters;
    private final Subscriptions subscriptions;

    /// What a guest typed.
    record SubscribeForm(String newsletter, String email, Map<String, String> errors) {
        static final SubscribeForm EMPTY = new SubscribeForm("", "", Map.of());
    }

    NewslettersPage(CurrentVisitor visitor, Newsletters newsletters, Subscriptions subscriptions) {
        this.visitor = visitor;
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    @GET
    public TemplateInstance show(@QueryParam("saved") @Nullable String saved) {
        return visitor.member()
            .map(member -> Templates.choose(subscriptions.of(member), saved != null, member.has(Role.EDITOR)))
            .orElseGet(() -> Templates.list(newsletters.all(), SubscribeForm.EMPTY));
    }

    /// What a member ticked.
    @POST
    @Path("/mine")
    public Response choose(@FormParam("newsletter") @Nullable List<Long> chosen) {
        Member member = visitor.requireMember();
        subscriptions.choose(member, chosen == null ? new HashSet<>() : new HashSet<>(chosen));
        return Response.seeOther(URI.create("/newsletters?saved=yes")).build();
    }

    @POST
    @Path("/subscribe")
    public Response subscribe(@FormParam("newsletter") @Nullable String slug,
            @FormParam("email") @Nullable String email) {
        String address = email == null ? "" : email;
        return switch (subscriptions.subscribe(slug == null ? "" : slug, address)) {
            case SubscribeOutcome.ConfirmationSent(Newsletter newsletter) ->
                Response.ok(Templates.sent(newsletter, address)).build();
            case SubscribeOutcome.InvalidEmail() -> Response.status(BAD_REQUEST)
                .entity(
                        Templates.list(
                                newsletters.all(),
                                new SubscribeForm(
                                        slug == null ? "" : slug,
                                        address,
                                        Map.of("email", "Write an email address like rosa@example.org"))))
                .build();
            case SubscribeOutcome.UnknownNewsletter() -> throw new NotFoundException();
        };
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Newsletter> newsletters, SubscribeForm form);

        static native TemplateInstance choose(Choices choices, boolean saved, boolean mayWrite);

        static native TemplateInstance sent(Newsletter newsletter, String email);
    }
}
