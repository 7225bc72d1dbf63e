package coop.roseash.dev.sumup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SumUpSandboxTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private SumUpSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = SumUpSandbox.start(SumUpSandbox.Options.forTests());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.shutdownNow();
    }

    @Test
    void takesAPaymentOnItsPage() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        assertEquals("PENDING", checkout.path("status").asText());
        HttpResponse<String> page = get(checkout.path("hosted_checkout_url").asText());
        assertTrue(page.body().contains("Pay £12.40"));
        HttpResponse<String> paid = submit("/pay/" + id(checkout), "card=4200000000000091");
        assertEquals(303, paid.statusCode());
        assertEquals("http://shop/back?checkout_id=" + id(checkout),
                paid.headers().firstValue("Location").orElseThrow());
        JsonNode after = json(call("GET", "/v0.1/checkouts/" + id(checkout), ""));
        assertEquals("PAID", after.path("status").asText());
        assertEquals("12.4", after.path("transactions").get(0).path("amount").asText());
    }

    @Test
    void letsADeclinedCardTryAgain() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        submit("/pay/" + id(checkout), "card=" + Card.DECLINED.number());
        assertTrue(get(sandbox.baseUrl() + "/pay/" + id(checkout)).body().contains("declined"));
        submit("/pay/" + id(checkout), "card=4200000000000091");
        assertEquals("PAID", json(call("GET", "/v0.1/checkouts/" + id(checkout), "")).path("status").asText());
    }

    @Test
    void asksTheBankFirst() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        String bank = submit("/pay/" + id(checkout), "card=4200000000000042").headers()
            .firstValue("Location")
            .orElseThrow();
        assertTrue(get(sandbox.baseUrl() + bank).body().contains("Is this you?"));
        assertTrue(submit(bank, "answer=yes").headers()
            .firstValue("Location")
            .orElseThrow()
            .startsWith("http://shop/back?"));
    }

    @Test
    void refusesAReferenceUsedBefore() throws Exception {
        create("ra-1", "12.4");
        HttpResponse<String> again = call("POST", "/v0.1/checkouts", body("ra-1", "12.4"));
        assertEquals(409, again.statusCode());
        assertEquals("DUPLICATED_CHECKOUT", json(again).path("error_code").asText());
        assertEquals(1, json(call("GET", "/v0.1/checkouts?checkout_reference=ra-1", "")).size());
    }

    @ParameterizedTest
    @CsvSource({"'\"12.40\"',INVALID", "12.405,INVALID", "0,INVALID", "null,MISSING"})
    void refusesAmountsThatAreNone(String amount, String code) throws Exception {
        HttpResponse<String> refused = call("POST", "/v0.1/checkouts", body("ra-1", amount));
        assertEquals(400, refused.statusCode());
        assertEquals(code, json(refused).path("error_code").asText());
        assertEquals("amount", json(refused).path("param").asText());
    }

    @Test
    void isStrictAboutPathAndBearer() throws Exception {
        assertEquals(404, call("POST", "/v0.1/checkouts/", body("ra-1", "1")).statusCode());
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/v0.1/checkouts/1")).build();
        assertEquals(401, http.send(stranger, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void closesACheckoutOnce() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        HttpResponse<String> closed = call("DELETE", "/v0.1/checkouts/" + id(checkout), "");
        assertEquals("EXPIRED", json(closed).path("status").asText());
        assertEquals(409, call("DELETE", "/v0.1/checkouts/" + id(checkout), "").statusCode());
        assertTrue(get(sandbox.baseUrl() + "/pay/" + id(checkout)).body().contains("has closed"));
    }

    @Test
    void closesItsPageWhenItsTimeIsOver() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        sandbox.clock().advance(Duration.ofMinutes(30));
        assertEquals("EXPIRED", json(call("GET", "/v0.1/checkouts/" + id(checkout), "")).path("status").asText());
    }

    @Test
    void showsARefundOnlyInItsEvents() throws Exception {
        JsonNode checkout = create("ra-1", "12.4");
        submit("/pay/" + id(checkout), "card=4200000000000091");
        String transaction = json(call("GET", "/v0.1/checkouts/" + id(checkout), "")).path("transaction_id").asText();
        String refunds = "/v1.0/merchants/MROSEASH/payments/" + transaction + "/refunds";
        assertEquals(204, call("POST", refunds, "{\"amount\": 2.40}").statusCode());
        assertEquals("NOT_ENOUGH_BALANCE",
                json(call("POST", refunds, "{\"amount\": 10.01}")).path("error_code").asText());
        assertEquals(204, call("POST", refunds, "").statusCode());
        assertEquals(409, call("POST", refunds, "").statusCode());
        JsonNode after = json(call("GET", "/v2.1/merchants/MROSEASH/transactions?id=" + transaction, ""));
        assertEquals("SUCCESSFUL", after.path("status").asText());
        assertEquals("12.4", after.path("refunded_amount").asText());
        assertEquals(2, after.path("transaction_events").size());
    }

    @Test
    void breaksTheConnectionAfterTheEffect() throws Exception {
        sandbox.faults().next(Operation.CREATE, Fault.RESET_AFTER);
        assertThrows(IOException.class, () -> create("ra-1", "12.4"));
        assertEquals(1, json(call("GET", "/v0.1/checkouts?checkout_reference=ra-1", "")).size());
    }

    @Test
    void findsItsCheckoutsAgainAfterARestart(@TempDir Path folder) throws Exception {
        SumUpSandbox.Options kept = new SumUpSandbox.Options(0, "", "MROSEASH", "Rose Ash", "sandbox-key", "GBP",
                folder.resolve("ledger.ndjson"));
        sandbox.close();
        sandbox = SumUpSandbox.start(kept);
        JsonNode checkout = create("ra-1", "12.4");
        submit("/pay/" + id(checkout), "card=4200000000000091");
        sandbox.close();
        sandbox = SumUpSandbox.start(kept);
        assertEquals("PAID", json(call("GET", "/v0.1/checkouts/" + id(checkout), "")).path("status").asText());
    }

    private JsonNode create(String reference, String amount) throws Exception {
        HttpResponse<String> created = call("POST", "/v0.1/checkouts", body(reference, amount));
        assertEquals(201, created.statusCode(), created.body());
        return json(created);
    }

    private static String body(String reference, String amount) {
        return """
                {"checkout_reference": "%s", "amount": %s, "currency": "GBP", "merchant_code": "MROSEASH",
                 "redirect_url": "http://shop/back", "hosted_checkout": {"enabled": true}}""".formatted(reference,
                amount);
    }

    private static String id(JsonNode checkout) {
        return checkout.path("id").asText();
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> submit(String path, String form) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .POST(BodyPublishers.ofString(form))
            .build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .header("Authorization", "Bearer sandbox-key")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(), BodyHandlers.ofString());
    }
}
