package coop.roseash.federation.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.virtual.threads.VirtualThreads;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;

/// Tells clients that a session ended, all at once (OpenID Connect Back-Channel Logout 1.0 section 2.5).
@ApplicationScoped
class Backchannel {
    private static final Logger LOG = Logger.getLogger(Backchannel.class);
    private static final int TRIES = 2;

    private final Clients clients;
    private final Tokens tokens;
    private final OauthConfig config;
    private final ExecutorService threads;
    private final HttpClient http;

    Backchannel(Clients clients, Tokens tokens, OauthConfig config, @VirtualThreads ExecutorService threads) {
        this.clients = clients;
        this.tokens = tokens;
        this.config = config;
        this.threads = threads;
        this.http = HttpClient.newBuilder()
            .connectTimeout(config.backchannelTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    }

    /// Returns when each has answered or had its time.
    void tell(Collection<String> clientIds, String subject, String sid) {
        CompletableFuture<?>[] calls = clientIds.stream()
            .map(clients::byId)
            .flatMap(Optional::stream)
            .filter(client -> client.backchannelUri() != null)
            .map(client -> CompletableFuture.runAsync(() -> tell(client, subject, sid), threads))
            .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(calls).join();
    }

    private void tell(Client client, String subject, String sid) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                HttpResponse<Void> answer = http.send(request(client, subject, sid),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() < 300) {
                    return;
                }
                LOG.warnf("%s answered a sign-out with %d", client.id(), answer.statusCode());
            } catch (IOException | IllegalArgumentException e) {
                LOG.warnf("%s could not be told of a sign-out: %s", client.id(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// A new token for each try: a client takes each token once.
    private HttpRequest request(Client client, String subject, String sid) {
        return HttpRequest.newBuilder(URI.create(String.valueOf(client.backchannelUri())))
            .timeout(config.backchannelTimeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + tokens.logout(client, subject, sid)))
            .build();
    }
}
