package coop.roseash.cart.order;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.cart.page.Answers;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.CancelOutcome;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.OrderDetails.Payment;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// One order, for whoever has its link: pay it, wait for the payment, keep the receipt.
@Path("/orders/{secret: [A-Za-z0-9_-]{20,64}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OrderPage {
    private static final int UNAVAILABLE = 503;
    private static final String PAGE = "/orders/";

    private final Checkouts checkouts;
    private final CurrentVisitor visitor;

    OrderPage(Checkouts checkouts, CurrentVisitor visitor) {
        this.checkouts = checkouts;
        this.visitor = visitor;
    }

    @GET
    public Response show(String secret) {
        return page(200, found(checkouts.bySecret(secret)), "");
    }

    @POST
    @Path("pay")
    public Response pay(String secret) {
        return switch (checkouts.pay(secret)) {
            case PayOutcome.Continue(URI paymentPage) -> Answers.see(paymentPage);
            case PayOutcome.NothingToPay(OrderDetails details) -> Answers.see(PAGE + details.secret());
            case PayOutcome.Unavailable() -> page(UNAVAILABLE, found(checkouts.bySecret(secret)),
                    "The payment page does not answer just now. Nothing was taken; try again in a moment.");
            case PayOutcome.NoSuchOrder() -> throw new NotFoundException();
        };
    }

    @POST
    @Path("cancel")
    public Response cancel(String secret) {
        return switch (checkouts.cancel(secret)) {
            case CancelOutcome.Cancelled() -> Answers.see("/basket");
            case CancelOutcome.TooLate(OrderDetails details) -> Answers.see(PAGE + details.secret());
            case CancelOutcome.Unavailable() -> page(UNAVAILABLE, found(checkouts.bySecret(secret)),
                    "We could not close the payment page just now, so the order stays as it is. Try again in a moment.");
            case CancelOutcome.NoSuchOrder() -> throw new NotFoundException();
        };
    }

    /// Where the buyer comes back to from the payment page, paid or not.
    @GET
    @Path("return")
    public Response comeBack(String secret) {
        OrderDetails details = found(checkouts.refreshed(secret));
        return details.payment() == Payment.OPEN
                ? Answers.secret(200, Templates.waiting(details))
                : Answers.see(PAGE + secret);
    }

    /// Asked every two seconds by the waiting page.
    @GET
    @Path("status")
    public Response status(String secret) {
        OrderDetails details = found(checkouts.bySecret(secret));
        Response answer = Answers.secret(200, Templates.waiting$status(details));
        return details.payment() == Payment.OPEN
                ? answer
                : Response.fromResponse(answer).header("HX-Redirect", PAGE + secret).build();
    }

    private Response page(int status, OrderDetails details, String problem) {
        return Answers.secret(status, Templates.show(details, problem, visitor.member().isPresent()));
    }

    private static OrderDetails found(Optional<OrderDetails> details) {
        return details.orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(OrderDetails details, String problem, boolean signedIn);

        static native TemplateInstance waiting(OrderDetails details);

        static native TemplateInstance waiting$status(OrderDetails details);
    }
}
