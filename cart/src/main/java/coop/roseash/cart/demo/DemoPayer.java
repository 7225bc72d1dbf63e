package coop.roseash.cart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Pays on the sandbox's page with a test card; refuses to go anywhere but this machine.
@ApplicationScoped
class DemoPayer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TEST_CARD = "4200000000000091";

    private final URI sandbox;

    DemoPayer(@ConfigProperty(name = "sumup.base-url", defaultValue = "https://api.sumup.com") URI sandbox) {
        this.sandbox = sandbox;
    }

    boolean isSandbox() {
        return "127.0.0.1".equals(sandbox.getHost());
    }

    /// @param page as a browser would open it; this process knows the sandbox by its loopback address only
    void pay(URI page) {
        if (!isSandbox()) {
            throw new IllegalStateException("The demo pays nobody real");
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            http.send(HttpRequest.newBuilder(URI.create(sandbox + page.getPath()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString("card=" + TEST_CARD))
                .build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
