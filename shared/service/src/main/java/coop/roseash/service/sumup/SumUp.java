package coop.roseash.service.sumup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Calls SumUp, each call with a timeout and never inside a transaction (https://developer.sumup.com/api).
@ApplicationScoped
@Transactional(TxType.NEVER)
public class SumUp {
    private static final String WEBHOOK = "/webhooks/sumup";

    private final SumUpConfig config;
    private final Addresses addresses;
    private final Answers answers = new Answers();
    private final HttpClient http;

    SumUp(SumUpConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
        this.http = HttpClient.newBuilder().connectTimeout(config.connectTimeout()).build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// Whether there is an account to pay to.
    @Transactional(TxType.SUPPORTS)
    public boolean isConfigured() {
        return config.apiKey().isPresent() && config.merchantCode().isPresent();
    }

    @Transactional(TxType.SUPPORTS)
    public String merchant() {
        return config.merchantCode().orElse("");
    }

    public Reply<ProviderCheckout> create(NewCheckout wanted) {
        String returnUrl = config.returnUrl().orElseGet(() -> addresses.page(AppName.CART, WEBHOOK)).toString();
        return send("POST", "/v0.1/checkouts", answers.write(wanted, returnUrl), answers::checkout);
    }

    /// Finds what a lost reply may have made.
    public Reply<List<ProviderCheckout>> byReference(String reference) {
        return send("GET", "/v0.1/checkouts?checkout_reference=" + encode(reference), null, answers::checkouts);
    }

    public Reply<ProviderCheckout> get(String id) {
        return send("GET", "/v0.1/checkouts/" + encode(id), null, answers::checkout);
    }

    /// After an `Ok` nobody can pay it any more.
    public Reply<ProviderCheckout> deactivate(String id) {
        return send("DELETE", "/v0.1/checkouts/" + encode(id), null, answers::checkout);
    }

    /// Gives all of a transaction back. An `Ok` means accepted; that it happened, the transaction's events tell.
    public Reply<Boolean> refund(String transactionId) {
        String path = "/v1.0/merchants/%s/payments/%s/refunds".formatted(encode(merchant()), encode(transactionId));
        return send("POST", path, "{}", _ -> true);
    }

    public Reply<ProviderTransaction> transaction(String id) {
        String path = "/v2.1/merchants/%s/transactions?id=%s".formatted(encode(merchant()), encode(id));
        return send("GET", path, null, answers::transaction);
    }

    private <T> Reply<T> send(String method, String path, @Nullable String body, Answers.Reading<T> reading) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(config.baseUrl() + path))
            .timeout(config.timeout())
            .header("Authorization", "Bearer " + config.apiKey().orElse(""))
            .header("Accept", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return answers.read(response.statusCode(), response.body(), reading);
        } catch (IOException e) {
            return new Reply.Uncertain<>(e.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Uncertain<>("interrupted");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
