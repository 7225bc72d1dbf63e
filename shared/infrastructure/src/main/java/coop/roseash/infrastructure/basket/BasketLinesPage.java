package coop.roseash.infrastructure.basket;

import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Baskets.AddOutcome;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;

/// Puts a thing into the basket, on the address of whichever app shows it: `<form method="post"
/// action="/basket/lines" data-basket>` with `kind` (`product` or `ticket`), `id`, `quantity` and `to`, the page to
/// go back to.
@Path("/basket/lines")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BasketLinesPage {
    private static final int MOST = 1_000_000;

    private final Baskets baskets;
    private final CurrentVisitor visitor;

    BasketLinesPage(Baskets baskets, CurrentVisitor visitor) {
        this.baskets = baskets;
        this.visitor = visitor;
    }

    @POST
    public Response add(@RestForm @Nullable String kind, @RestForm @Nullable String id,
            @RestForm @Nullable String quantity, @RestForm @Nullable String to,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        Sellable item = new Sellable(kind(kind), number(id, "id", Long.MAX_VALUE));
        int wanted = quantity == null || quantity.isBlank() ? 1 : (int) number(quantity, "quantity", MOST);
        Visitor owner = visitor.visitorToKeep();
        AddOutcome outcome = baskets.add(owner, item, wanted);
        String words = outcome instanceof AddOutcome.Added
                ? "Added. " + BasketAnswers.words(outcome)
                : BasketAnswers.words(outcome);
        if (htmx != null) {
            return Response.ok(BasketViews.mini(baskets.of(owner)))
                .header("HX-Trigger", "{\"say\": \"" + ascii(words) + "\"}")
                .build();
        }
        String back = to == null || to.isBlank() ? "/basket/open" : ReturnPath.of(to).path();
        return outcome instanceof AddOutcome.Added
                ? Response.status(Response.Status.SEE_OTHER).header("Location", back).build()
                : Response.status(Response.Status.CONFLICT).entity(BasketViews.refused(words, back)).build();
    }

    private static Sellable.Kind kind(@Nullable String name) {
        Optional<Sellable.Kind> kind = Arrays.stream(Sellable.Kind.values())
            .filter(each -> each.name().equalsIgnoreCase(name))
            .findFirst();
        return kind.orElseThrow(() -> new BadRequestException("kind is product or ticket"));
    }

    private static long number(@Nullable String text, String name, long most) {
        try {
            long number = Long.parseLong(text == null ? "" : text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new BadRequestException(name + " must be a whole number from 1");
    }

    /// Headers carry ASCII; JSON can say the rest.
    private static String ascii(String words) {
        StringBuilder ascii = new StringBuilder();
        words.chars().forEach(c -> ascii.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }
}
