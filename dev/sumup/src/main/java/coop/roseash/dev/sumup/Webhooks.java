package coop.roseash.dev.sumup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells merchants that a checkout changed: unsigned, at least once, with growing pauses until somebody answers 2xx.
final class Webhooks implements AutoCloseable {
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(20), Duration.ofHours(2));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sumup-webhooks").factory());
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Faults faults;

    Webhooks(Faults faults) {
        this.faults = faults;
    }

    void changed(Checkout checkout) {
        if (checkout.returnUrl != null) {
            switch (faults.take(Operation.WEBHOOK).orElse(null)) {
                case WEBHOOK_DROPPED -> {
                }
                case WEBHOOK_DELAYED -> later(checkout.returnUrl, checkout.id, 0, Duration.ofSeconds(3));
                case WEBHOOK_TRIPLED -> {
                    for (int copy = 0; copy < 3; copy++) {
                        later(checkout.returnUrl, checkout.id, 0, Duration.ZERO);
                    }
                }
                case null, default -> later(checkout.returnUrl, checkout.id, 0, Duration.ZERO);
            }
        }
    }

    /// Sends one now and waits for it: for a webhook that overtakes the answer to the creation.
    void sendNow(Checkout checkout) {
        if (checkout.returnUrl != null) {
            send(checkout.returnUrl, checkout.id);
        }
    }

    private void later(String address, String id, int attempt, Duration pause) {
        timer.schedule(() -> Thread.ofVirtual().start(() -> {
            if (!send(address, id) && attempt + 1 < PAUSES.size()) {
                later(address, id, attempt + 1, PAUSES.get(attempt + 1));
            }
        }), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean send(String address, String id) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"event_type\":\"CHECKOUT_STATUS_CHANGED\",\"id\":\"" + id + "\"}"))
                .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }
}
