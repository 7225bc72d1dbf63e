package coop.roseash.infrastructure.fragment;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.infrastructure.trace.Trace;

/// The questions on their way to lenders: the same copy is asked for once at a time, and kept when it arrives.
@ApplicationScoped
class Fetches {
    private final LenderClient client;
    private final Breakers breakers;
    private final SharedCache shared;
    private final NearCache near;
    private final FragmentMeters meters;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Copy, CompletableFuture<String>> running = new ConcurrentHashMap<>();

    Fetches(LenderClient client, Breakers breakers, SharedCache shared, NearCache near, FragmentMeters meters,
            Clock clock) {
        this.client = client;
        this.breakers = breakers;
        this.shared = shared;
        this.near = near;
        this.meters = meters;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /// Joins the question that is already on its way, or asks.
    ///
    /// @param generation to be noted in the new copy; null keeps none in Redis
    CompletableFuture<String> ask(Copy copy, @Nullable String generation) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> other = running.putIfAbsent(copy, mine);
        if (other != null) {
            return other;
        }
        ((Executor) threads).execute(Trace.carried(() -> answer(copy, generation, mine)));
        return mine;
    }

    private void answer(Copy copy, @Nullable String generation, CompletableFuture<String> waiting) {
        long changes = near.changes();
        try {
            Lent lent = meters.time(
                    copy.request(),
                    () -> breakers.call(copy.request().lender(), () -> client.fetch(copy.request(), copy.to())));
            keep(copy, lent, generation, changes);
            running.remove(copy);
            waiting.complete(lent.html());
        } catch (Exception e) {
            running.remove(copy);
            waiting.completeExceptionally(e);
        }
    }

    private void keep(Copy copy, Lent lent, @Nullable String generation, long changes) {
        if (lent.timeToLive().isZero()) {
            return;
        }
        Stored stored = Stored.of(lent, generation == null ? "" : generation, clock.instant());
        near.put(copy, stored, changes);
        if (generation != null) {
            shared.write(copy, stored);
        }
    }
}
