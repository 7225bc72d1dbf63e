package coop.roseash.cart.basket;

import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Baskets.AddOutcome;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.member.Visitor;
import coop.roseash.infrastructure.basket.BasketAnswers;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// What the visitor means to buy: look, change quantities, remove with a way back.
@Path("/basket")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BasketPage {
    private final Baskets baskets;
    private final Checkouts checkouts;
    private final Removals removals;
    private final CurrentVisitor visitor;

    BasketPage(Baskets baskets, Checkouts checkouts, Removals removals, CurrentVisitor visitor) {
        this.baskets = baskets;
        this.checkouts = checkouts;
        this.removals = removals;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String removed) {
        Visitor owner = visitor.visitor();
        return Templates.show(view(owner, removals.read(removed).orElse(null), "", false));
    }

    @POST
    @Path("quantity")
    public Response change(@RestForm @Nullable String item, @RestForm @Nullable String quantity,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        LineForm form = LineForm.of(item, quantity);
        Visitor owner = visitor.visitorToKeep();
        Optional<Removal> removal = form.quantity() == 0
                ? removals.of(baskets.of(owner), form.item())
                : Optional.empty();
        AddOutcome outcome = baskets.set(owner, form.item(), form.quantity());
        String problem = outcome instanceof AddOutcome.Added ? "" : BasketAnswers.words(outcome);
        if (htmx != null) {
            return Response.ok(Templates.show$content(view(owner, removal.orElse(null), problem, true))).build();
        }
        if (problem.isEmpty()) {
            return Answers.see("/basket" + removal.map(gone -> "?removed=" + gone.code()).orElse(""));
        }
        return Response.status(Response.Status.CONFLICT)
            .entity(Templates.show(view(owner, null, problem, false)))
            .build();
    }

    private BasketView view(Visitor owner, @Nullable Removal removal, String problem, boolean partial) {
        Basket basket = baskets.of(owner);
        return new BasketView(basket, removal, problem, baskets.takeNews(owner).map(Enum::name).orElse(""),
                checkouts.waiting(owner).orElse(null), partial);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(BasketView view);

        static native TemplateInstance show$content(BasketView view);
    }
}
