package coop.roseash.dev.sumup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import coop.roseash.dev.sumup.Checkout.Status;

/// The hosted payment page, clicked through by people and by browser tests; works without script.
final class PaymentPages {
    private static final String FRAME = resource("frame.html");

    private final Books books;
    private final String merchantName;

    PaymentPages(Books books, String merchantName) {
        this.books = books;
        this.merchantName = merchantName;
    }

    Optional<Answer> answer(Request request) {
        if (request.is("GET", "pay/*")) {
            return Optional.of(page(request, ""));
        }
        if (request.is("POST", "pay/*")) {
            return Optional.of(pay(request));
        }
        if (request.is("GET", "pay/*/challenge/*")) {
            return Optional.of(challenge(checkout(request)));
        }
        if (request.is("POST", "pay/*/challenge/*")) {
            String id = request.path().get(1);
            boolean approved = "yes".equals(request.form().get("answer"));
            return Optional.of(after(request, books.answer(id, request.path().get(3), approved)));
        }
        return Optional.empty();
    }

    private Answer page(Request request, String problem) {
        Checkout checkout = checkout(request);
        if (checkout.status == Status.PAID) {
            return over(checkout, "This is paid", "Thank you. You can close this page.");
        }
        if (checkout.status == Status.EXPIRED) {
            return over(checkout, "This payment page has closed",
                    "Nothing was taken. Go back to the shop to try again.");
        }
        String notice = problem.isEmpty() && checkout.status == Status.FAILED
                ? "The last card was declined. Nothing was taken; choose another."
                : problem;
        String cards = Arrays.stream(Card.values())
            .map(card -> "<label><input type=\"radio\" name=\"card\" value=\"%s\"%s required> <span><b>%s</b><br>%s</span></label>"
                .formatted(card.number(), card == Card.VISA ? " checked" : "", grouped(card.number()),
                        card.description()))
            .collect(Collectors.joining("\n"));
        String body = """
                %s<h1>Pay %s</h1>
                <p class="quiet">%s</p>
                <form method="post">
                <fieldset><legend>Choose a test card</legend>
                %s
                </fieldset>
                <button id="pay">Pay %s</button>
                </form>
                %s""".formatted(notice.isEmpty() ? "" : "<p class=\"notice\" role=\"alert\">" + notice + "</p>\n",
                amount(checkout), escape(Objects.requireNonNullElse(checkout.description, checkout.reference)), cards,
                amount(checkout), back(checkout, "Leave without paying"));
        return frame(problem.isEmpty() ? 200 : 422, "Pay " + amount(checkout), body);
    }

    private Answer pay(Request request) {
        return Card.of(request.form().getOrDefault("card", ""))
            .map(card -> after(request, books.pay(request.path().get(1), card.effect())))
            .orElseGet(() -> page(request, "Choose one of the test cards."));
    }

    private Answer after(Request request, Books.Payment payment) {
        Checkout checkout = checkout(request);
        return switch (payment) {
            case Books.Payment.Paid() -> checkout.redirectUrl == null
                    ? page(request, "")
                    : Answer.see(withCheckout(checkout.redirectUrl, checkout.id));
            case Books.Payment.Challenged(String token) -> Answer.see("/pay/" + checkout.id + "/challenge/" + token);
            case Books.Payment.Declined() -> Answer.see("/pay/" + checkout.id);
            case Books.Payment.Closed() -> Answer.see("/pay/" + checkout.id);
        };
    }

    private Answer challenge(Checkout checkout) {
        String body = """
                <p class="quiet">Your bank</p>
                <h1>Is this you?</h1>
                <p>%s asks for <b>%s</b>.</p>
                <form method="post">
                <button name="answer" value="yes" id="approve">Yes, approve %s</button>
                <button name="answer" value="no" id="refuse" class="second">No, refuse</button>
                </form>""".formatted(escape(merchantName), amount(checkout), amount(checkout));
        return frame(200, "Your bank asks", body);
    }

    private Answer over(Checkout checkout, String title, String text) {
        return frame(200, title,
                "<h1>%s</h1>\n<p>%s</p>\n%s".formatted(title, text, back(checkout, "Back to the shop")));
    }

    private static String back(Checkout checkout, String words) {
        return checkout.redirectUrl == null
                ? ""
                : "<p><a href=\"%s\">%s</a></p>".formatted(escape(withCheckout(checkout.redirectUrl, checkout.id)),
                        words);
    }

    private Answer frame(int status, String title, String body) {
        return Answer.html(status, FRAME.replace("{title}", escape(title))
            .replace("{merchant}", escape(merchantName))
            .replace("{body}", body));
    }

    private Checkout checkout(Request request) {
        return books.find(request.path().get(1)).orElseThrow(Refusal::notFound);
    }

    private static String withCheckout(String address, String id) {
        return address + (address.contains("?") ? "&" : "?") + "checkout_id=" + id;
    }

    private static String amount(Checkout checkout) {
        String symbol = java.util.Currency.getInstance(checkout.currency).getSymbol(java.util.Locale.UK);
        return symbol + checkout.amount.setScale(2).toPlainString();
    }

    private static String grouped(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PaymentPages.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
