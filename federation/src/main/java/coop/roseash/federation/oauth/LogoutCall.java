package coop.roseash.federation.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.SafeFetcher;

/// Brings one logout token to one client. Our own apps are asked inside the platform; an address given from outside
/// is asked only where it is public, or allowed by the settings. Redirects are not followed.
@ApplicationScoped
class LogoutCall {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_BYTES = 64 * 1024;

    private final Tokens tokens;
    private final SafeFetcher fetcher;
    private final OauthConfig config;
    private final HttpClient inside;

    LogoutCall(Tokens tokens, SafeFetcher fetcher, OauthConfig config) {
        this.tokens = tokens;
        this.fetcher = fetcher;
        this.config = config;
        this.inside = HttpClient.newBuilder()
            .connectTimeout(config.backchannelTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    }

    /// @return why the client has not heard; empty when it has
    Optional<String> tell(Client client, String subject, String sid) {
        URI address = URI.create(Objects.requireNonNull(client.addresses().backchannel()));
        // A new token for each try: a client takes each token once.
        String body = "logout_token=" + tokens.logout(client, subject, sid);
        return client.own() || isAllowed(address) ? askInside(address, body) : ask(address, body);
    }

    private boolean isAllowed(URI address) {
        String host = String.valueOf(address.getHost());
        return config.backchannelAllowed()
            .orElse(List.of())
            .stream()
            .anyMatch(allowed -> allowed.equals(host) || allowed.equals(host + ":" + address.getPort()));
    }

    private Optional<String> ask(URI address, String body) {
        FetchRequest.Limits limits = new FetchRequest.Limits(MOST_BYTES, config.backchannelTimeout(), 0);
        FetchRequest request = FetchRequest.post(address, body.getBytes(StandardCharsets.US_ASCII))
            .with("Content-Type", FORM)
            .within(limits);
        return switch (fetcher.fetch(request)) {
            case FetchOutcome.Answered answer -> answer.ok() ? Optional.empty() : status(answer.status());
            case FetchOutcome.Refused(URI ignored, String reason) -> Optional.of(reason);
            case FetchOutcome.Failed(URI ignored, String reason) -> Optional.of(reason);
        };
    }

    private Optional<String> askInside(URI address, String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
            .timeout(config.backchannelTimeout())
            .header("Content-Type", FORM)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        try {
            int status = inside.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300 ? Optional.empty() : status(status);
        } catch (IOException e) {
            return Optional.of(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while waiting");
        }
    }

    private static Optional<String> status(int status) {
        return Optional.of("it answered " + status);
    }
}
