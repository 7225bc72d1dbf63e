package coop.roseash.dev.sumup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/// What a test does with a running sandbox: pays as a buyer would, asks for faults, reads the ledger.
public final class SandboxClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String baseUrl;

    /// @param baseUrl without a slash at the end
    public SandboxClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /// Pays on the hosted page with this card; answers where the buyer is sent then.
    public String pay(String checkoutId, Card card) {
        return send("POST", "/pay/" + checkoutId, "card=" + card.number()).headers().firstValue("Location").orElse("");
    }

    /// A payment that is taken although the checkout was closed.
    public void payLate(String checkoutId) {
        send("POST", "/sandbox/checkouts/" + checkoutId + "/late-payment", "");
    }

    public void fault(Operation operation, Fault fault, int times) {
        send("POST", "/sandbox/faults", "operation=" + operation + "&fault=" + fault + "&times=" + times);
    }

    public void noFaults() {
        send("DELETE", "/sandbox/faults", "");
    }

    /// The sandbox's clock goes forward.
    public void advance(Duration by) {
        send("POST", "/sandbox/clock", "advance=" + by);
    }

    /// What happened to checkouts of this reference: `CHECKOUT_CREATED`, `PAYMENT_SUCCEEDED`, `REFUNDED` …
    public List<String> ledger(String reference) {
        return send("GET", "/sandbox/ledger", "").body()
            .lines()
            .map(SandboxClient::read)
            .filter(entry -> entry.path("checkout").path("reference").asText().equals(reference))
            .map(entry -> entry.path("kind").asText())
            .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static JsonNode read(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String form) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(form))
                .build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
