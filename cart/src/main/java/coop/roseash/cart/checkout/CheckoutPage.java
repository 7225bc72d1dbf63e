package coop.roseash.cart.checkout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.stock.Stock;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Asks who buys, and places the order.
@Path("/checkout")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CheckoutPage {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Baskets baskets;
    private final Checkouts checkouts;
    private final CurrentVisitor visitor;

    CheckoutPage(Baskets baskets, Checkouts checkouts, CurrentVisitor visitor) {
        this.baskets = baskets;
        this.checkouts = checkouts;
        this.visitor = visitor;
    }

    @GET
    public Response show() {
        Visitor owner = visitor.visitor();
        Optional<OrderDetails> waiting = checkouts.waiting(owner);
        if (waiting.isPresent()) {
            return Answers.see("/orders/" + waiting.get().secret());
        }
        Basket basket = baskets.of(owner);
        if (basket.isEmpty() || basket.unavailable() > 0) {
            return Answers.see("/basket");
        }
        Optional<Member> member = visitor.member();
        return page(200, basket, CheckoutForm.of(member.map(Member::displayName).orElse(""),
                member.map(Member::email).orElse("")));
    }

    @POST
    public Response place(@RestForm @Nullable String key, @RestForm @Nullable String total,
            @RestForm @Nullable String name, @RestForm @Nullable String email) {
        Visitor owner = visitor.visitor();
        Basket basket = baskets.of(owner);
        CheckoutForm form = new CheckoutForm(Objects.requireNonNullElse(key, ""), Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(email, ""), Map.of(), List.of());
        Checkouts.Placement placement = new Checkouts.Placement(form.key(), form.email(), form.name(),
                CheckoutForm.total(minor(total), basket));
        return switch (checkouts.place(owner, placement)) {
            case PlaceOutcome.Placed(OrderDetails details) -> Answers.see("/orders/" + details.secret());
            case PlaceOutcome.AlreadyWaiting(OrderDetails details) -> Answers.see("/orders/" + details.secret());
            case PlaceOutcome.KeyReused(OrderDetails details) -> Answers.see("/orders/" + details.secret());
            case PlaceOutcome.BasketEmpty() -> Answers.see("/basket");
            case PlaceOutcome.BasketChanged(Basket now) -> page(CONFLICT, now, form.with(List.of(
                    "Something changed while you were here: look at the prices again. Nothing has been ordered.")));
            case PlaceOutcome.Short(List<Stock.Shortage> shortages) -> page(CONFLICT, basket,
                    form.with(shortages.stream().map(shortage -> words(shortage, basket)).toList()));
            case PlaceOutcome.Invalid(Map<String, String> errors) -> page(UNPROCESSABLE, basket, form.with(errors));
        };
    }

    private static Response page(int status, Basket basket, CheckoutForm form) {
        return Answers.secret(status, Templates.show(basket, form));
    }

    private static String words(Stock.Shortage shortage, Basket basket) {
        String name = basket.lines()
            .stream()
            .filter(line -> line.offer().sellable().equals(shortage.item()))
            .map(line -> line.offer().name())
            .findFirst()
            .orElse("One thing");
        return shortage.available() > 0
                ? name + ": only " + shortage.available() + " left. Change it in your basket."
                : name + " is sold out. Take it out of your basket to order the rest.";
    }

    /// -1 for anything that is no amount: no basket comes to that.
    private static long minor(@Nullable String total) {
        return total != null && total.matches("\\d{1,15}") ? Long.parseLong(total) : -1;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Basket basket, CheckoutForm form);
    }
}
