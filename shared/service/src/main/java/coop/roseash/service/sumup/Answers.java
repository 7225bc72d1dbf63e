package coop.roseash.service.sumup;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import coop.roseash.contract.money.Money;
import coop.roseash.service.sumup.ProviderCheckout.Child;
import coop.roseash.service.sumup.ProviderCheckout.Status;

/// Reads and writes SumUp's JSON, amounts exactly.
final class Answers {
    private static final int OK_CLASS = 2;

    private final ObjectMapper json = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
        .build();

    /// Throws an IllegalArgumentException or ArithmeticException for what it cannot read.
    interface Reading<T> {
        T from(JsonNode body);
    }

    String write(NewCheckout wanted, String returnUrl) {
        ObjectNode body = json.createObjectNode();
        body.put("checkout_reference", wanted.reference());
        body.put("amount", wanted.amount().major());
        body.put("currency", wanted.amount().currency().getCurrencyCode());
        body.put("merchant_code", wanted.merchant());
        body.put("description", wanted.description());
        body.put("return_url", returnUrl);
        body.put("redirect_url", wanted.redirect().toString());
        body.put("valid_until", wanted.validUntil().toString());
        body.putObject("hosted_checkout").put("enabled", true);
        return body.toString();
    }

    <T> Reply<T> read(int status, String body, Reading<T> reading) {
        try {
            if (status / 100 == OK_CLASS) {
                return new Reply.Ok<>(reading.from(body.isBlank() ? json.createObjectNode() : json.readTree(body)));
            }
            return refusal(status, json.readTree(body));
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
            return new Reply.Uncertain<>("status " + status + ", unreadable: " + e.getMessage());
        }
    }

    /// An object with `error_code`, an array of such, or a problem (RFC 9457); anything else is uncertain.
    private static <T> Reply<T> refusal(int status, JsonNode body) {
        JsonNode error = body.isArray() ? body.path(0) : body;
        String code = error.path("error_code").asText("");
        boolean problem = error.path("title").isTextual() && error.path("status").asInt() == status;
        if (status == 404 && (code.equals("NOT_FOUND") || problem)) {
            return new Reply.NotFound<>();
        }
        boolean refusal = status == 400 || status == 401 || status == 403 || status == 409;
        if (refusal && (!code.isEmpty() || problem)) {
            return new Reply.Refused<>(status, code.isEmpty() ? error.path("title").asText() : code);
        }
        return new Reply.Uncertain<>("status " + status + " " + code);
    }

    ProviderCheckout checkout(JsonNode body) {
        List<Child> children = new ArrayList<>();
        body.path("transactions")
            .forEach(child -> children
                .add(new Child(text(child, "id"), money(child), text(child, "status").equals("SUCCESSFUL"))));
        // The one that made it paid comes first.
        String paid = body.path("transaction_id").asText("");
        children.sort((one, other) -> Boolean.compare(other.id().equals(paid), one.id().equals(paid)));
        JsonNode page = body.path("hosted_checkout_url");
        return new ProviderCheckout(text(body, "id"), text(body, "checkout_reference"), text(body, "merchant_code"),
                money(body), Status.valueOf(text(body, "status")), page.isTextual() ? URI.create(page.asText()) : null,
                children);
    }

    List<ProviderCheckout> checkouts(JsonNode body) {
        if (!body.isArray()) {
            throw new IllegalArgumentException("not an array");
        }
        return StreamSupport.stream(body.spliterator(), false).map(this::checkout).toList();
    }

    ProviderTransaction transaction(JsonNode body) {
        Money amount = money(body);
        int refunds = 0;
        Money refunded = Money.zero(amount.currency());
        for (JsonNode event : body.path("transaction_events")) {
            if (event.path("event_type").asText().equals("REFUND") && !event.path("status").asText().equals("FAILED")) {
                refunds++;
                refunded = refunded.plus(Money.ofMajor(number(event), amount.currency()));
            }
        }
        return new ProviderTransaction(text(body, "id"), refunds, refunded);
    }

    private static Money money(JsonNode node) {
        return Money.ofMajor(number(node), Currency.getInstance(text(node, "currency")));
    }

    private static BigDecimal number(JsonNode node) {
        JsonNode amount = node.path("amount");
        if (!amount.isNumber()) {
            throw new IllegalArgumentException("amount is no number");
        }
        return amount.decimalValue();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.textValue();
    }
}
