package coop.roseash.federation.oauth;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.virtual.threads.VirtualThreads;

import coop.roseash.contract.outbox.OutboxHandler;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.federation.oauth.LogoutQueue.News;

/// Tells clients that a session ended, all at once (OpenID Connect Back-Channel Logout 1.0 section 2.5); whoever does
/// not hear it now is told again through the outbox, with growing pauses.
@ApplicationScoped
class Backchannel implements OutboxHandler {
    private static final Logger LOG = Logger.getLogger(Backchannel.class);

    private final Clients clients;
    private final LogoutCall call;
    private final LogoutQueue queue;
    private final ExecutorService threads;

    Backchannel(Clients clients, LogoutCall call, LogoutQueue queue, @VirtualThreads ExecutorService threads) {
        this.clients = clients;
        this.call = call;
        this.queue = queue;
        this.threads = threads;
    }

    /// Returns when each has answered or had its time.
    void tell(Collection<String> clientIds, String subject, String sid) {
        CompletableFuture<?>[] calls = clientIds.stream()
            .map(clients::byId)
            .flatMap(Optional::stream)
            .filter(client -> client.addresses().backchannel() != null)
            .map(client -> CompletableFuture.runAsync(() -> tellOrKeep(client, subject, sid), threads))
            .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(calls).join();
    }

    private void tellOrKeep(Client client, String subject, String sid) {
        call.tell(client, subject, sid).ifPresent(reason -> {
            LOG.infof("%s will be told of a sign-out again: %s", client.id(), reason);
            queue.put(new News(client.id(), subject, sid));
        });
    }

    @Override
    public String topic() {
        return LogoutQueue.TOPIC;
    }

    @Override
    public void handle(Message message) throws JsonProcessingException {
        News news = queue.read(message.json());
        Optional<String> failure = clients.byId(news.clientId())
            .filter(client -> client.addresses().backchannel() != null)
            .flatMap(client -> call.tell(client, news.subject(), news.sid()));
        if (failure.isPresent()) {
            throw new IllegalStateException(news.clientId() + ": " + failure.get());
        }
    }
}
