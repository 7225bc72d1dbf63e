package coop.roseash.dev.sumup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import coop.roseash.dev.sumup.Checkout.Transaction;

/// The endpoints of the API, as strict as the original: exact paths, JSON numbers, two decimals, one merchant.
final class Api {
    private final Books books;
    private final Shapes shapes;
    private final SumUpSandbox.Options options;

    Api(Books books, Shapes shapes, SumUpSandbox.Options options) {
        this.books = books;
        this.shapes = shapes;
        this.options = options;
    }

    /// Which operation this is; nothing where the API has no such endpoint.
    static Optional<Operation> operation(Request request) {
        record Endpoint(String method, String path, Operation operation) {}
        return List
            .of(new Endpoint("POST", "v0.1/checkouts", Operation.CREATE),
                    new Endpoint("GET", "v0.1/checkouts", Operation.FIND),
                    new Endpoint("GET", "v0.1/checkouts/*", Operation.GET),
                    new Endpoint("PUT", "v0.1/checkouts/*", Operation.PAY),
                    new Endpoint("DELETE", "v0.1/checkouts/*", Operation.DEACTIVATE),
                    new Endpoint("POST", "v1.0/merchants/*/payments/*/refunds", Operation.REFUND),
                    new Endpoint("GET", "v2.1/merchants/*/transactions", Operation.TRANSACTION),
                    new Endpoint("GET", "v2.1/merchants/*/transactions/history", Operation.HISTORY))
            .stream()
            .filter(endpoint -> request.is(endpoint.method(), endpoint.path()))
            .map(Endpoint::operation)
            .findFirst();
    }

    Answer answer(Operation operation, Request request, @Nullable Fault fault) {
        if (!("Bearer " + options.apiKey()).equals(request.headers().get("Authorization"))) {
            throw Refusal.unauthorised();
        }
        if (fault == Fault.NOT_FOUND) {
            throw Refusal.notFound();
        }
        return switch (operation) {
            case CREATE -> Answer.json(201, shapes.checkout(books.create(asked(request)), null));
            case FIND -> find(request, fault);
            case GET -> Answer.json(200, shapes.checkout(checkout(request), fault));
            case PAY -> pay(request);
            case DEACTIVATE -> Answer.json(200, shapes.checkout(books.deactivate(request.path().get(2)), null));
            case REFUND -> refund(request);
            case TRANSACTION -> transaction(request);
            case HISTORY -> history(request);
            case WEBHOOK -> throw new IllegalArgumentException("Nobody asks for a webhook");
        };
    }

    private Checkout checkout(Request request) {
        return books.find(request.path().get(2)).orElseThrow(Refusal::notFound);
    }

    private Answer find(Request request, @Nullable Fault fault) {
        String reference = request.query().get("checkout_reference");
        if (reference == null) {
            throw Refusal.missing("checkout_reference");
        }
        return Answer.json(200,
                books.byReference(reference).stream().map(each -> shapes.checkout(each, fault)).toList());
    }

    private Checkout asked(Request request) {
        JsonNode body = body(request);
        Checkout asked = new Checkout();
        asked.reference = text(body, "checkout_reference", 90);
        asked.amount = amount(body, "amount");
        asked.currency = text(body, "currency", 3);
        asked.merchant = text(body, "merchant_code", 60);
        if (!asked.merchant.equals(options.merchant())) {
            throw Refusal.forbidden();
        }
        if (!asked.currency.equals(options.currency())) {
            throw Refusal.invalid("currency");
        }
        asked.description = optional(body, "description");
        asked.returnUrl = optional(body, "return_url");
        asked.redirectUrl = optional(body, "redirect_url");
        asked.validUntil = time(optional(body, "valid_until"));
        asked.hosted = body.path("hosted_checkout").path("enabled").asBoolean(false);
        return asked;
    }

    private Answer pay(Request request) {
        JsonNode body = body(request);
        Checkout checkout = checkout(request);
        if (!text(body, "payment_type", 40).equals("card")) {
            throw Refusal.invalid("payment_type");
        }
        Card card = Card.of(text(body.path("card"), "number", 30)).orElseThrow(() -> Refusal.invalid("card.number"));
        return switch (books.pay(checkout.id, card.effect())) {
            case Books.Payment.Closed() -> throw Refusal.processed();
            case Books.Payment.Challenged(String token) -> Answer.json(202,
                    Map.of("next_step",
                            Map.of("url", options.origin() + "/pay/" + checkout.id + "/challenge/" + token, "method",
                                    "GET", "payload", Map.of(), "redirect_url",
                                    Optional.ofNullable(checkout.redirectUrl).orElse(""), "mechanism",
                                    List.of("browser"))));
            case Books.Payment.Paid() -> Answer.json(200,
                    shapes.checkout(checkout(request), null));
            case Books.Payment.Declined() -> Answer.json(200,
                    shapes.checkout(checkout(request), null));
        };
    }

    private Answer refund(Request request) {
        ownMerchant(request);
        BigDecimal amount = null;
        if (!request.body().isBlank()) {
            JsonNode body = body(request);
            amount = body.has("amount") ? amount(body, "amount") : null;
        }
        books.refund(request.path().get(4), amount);
        return Answer.empty(204);
    }

    private Answer transaction(Request request) {
        ownMerchant(request);
        String id = request.query().get("id");
        String code = request.query().get("transaction_code");
        String reference = request.query().get("foreign_transaction_id");
        for (Checkout checkout : books.withTransactions()) {
            for (Transaction each : checkout.transactions) {
                if (each.id.equals(id) || each.code.equals(code)
                        || checkout.reference.equals(reference) && each.isSuccessful()) {
                    return Answer.json(200, Shapes.transactionWithEvents(each, checkout));
                }
            }
        }
        throw Refusal.notFound();
    }

    /// All pages in one: the sandbox has few payments, so `limit` and `links` are left aside.
    private Answer history(Request request) {
        ownMerchant(request);
        Instant oldest = time(request.query().getOrDefault("oldest_time", request.query().get("changes_since")));
        List<Map<String, Object>> items = new ArrayList<>();
        for (Checkout checkout : books.withTransactions()) {
            for (Transaction each : checkout.transactions) {
                if (oldest == null || !each.at.isBefore(oldest)) {
                    Map<String, Object> item = Shapes.transactionWithEvents(each, checkout);
                    item.put("type", "PAYMENT");
                    items.add(item);
                }
            }
        }
        items.sort(Comparator.comparing(item -> String.valueOf(item.get("timestamp"))));
        return Answer.json(200, Map.of("items", items, "links", List.of()));
    }

    private void ownMerchant(Request request) {
        if (!request.path().get(2).equals(options.merchant())) {
            throw Refusal.forbidden();
        }
    }

    private static JsonNode body(Request request) {
        if (!request.headers().getOrDefault("Content-Type", "").startsWith("application/json")) {
            throw Refusal.invalid("Content-Type");
        }
        try {
            JsonNode body = Json.mapper().readTree(request.body());
            if (body == null || !body.isObject()) {
                throw Refusal.invalid("body");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("body");
        }
    }

    private static String text(JsonNode body, String name, int longest) {
        String text = optional(body, name);
        if (text == null || text.isEmpty()) {
            throw Refusal.missing(name);
        }
        if (text.length() > longest) {
            throw Refusal.invalid(name);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw Refusal.invalid(name);
        }
        return node.textValue();
    }

    private static BigDecimal amount(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            throw Refusal.missing(name);
        }
        if (!node.isNumber() || node.decimalValue().signum() <= 0
                || node.decimalValue().stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid(name);
        }
        return node.decimalValue();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("valid_until");
        }
    }
}
