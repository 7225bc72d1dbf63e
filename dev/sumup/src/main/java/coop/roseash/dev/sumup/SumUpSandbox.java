package coop.roseash.dev.sumup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Stands in for SumUp: API, hosted payment page, webhooks; and does wrong what it is asked to.
///
/// Settings of the cart that use it: `sumup.base-url`, `sumup.api-key`, `sumup.merchant-code`, `sumup.return-url`.
/// By HTTP, testers may `POST /sandbox/faults` (`operation`, `fault`, `times`), `DELETE /sandbox/faults`,
/// `POST /sandbox/clock` (`advance=PT30M`), `POST /sandbox/checkouts/{id}/late-payment`, `GET /sandbox/ledger`.
public final class SumUpSandbox implements AutoCloseable {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Faults faults = new Faults();
    private final SettableClock clock = new SettableClock();
    private final Webhooks webhooks = new Webhooks(faults);
    private final Books books;
    private final Api api;
    private final PaymentPages pages;
    private final Controls controls;
    private final Ledger ledger;

    /// @param origin where browsers reach it, without a slash at the end; empty for its own loopback address
    /// @param port 0 for any free one
    /// @param ledger a file that lets a restarted sandbox find its checkouts again; null to forget them
    public record Options(int port, String origin, String merchant, String merchantName, String apiKey, String currency,
            @Nullable Path ledger) {
        public static Options forTests() {
            return new Options(0, "", "MROSEASH", "Rose Ash", "sandbox-key", "GBP", null);
        }

        Options at(int actualPort) {
            String at = origin.isEmpty() ? "http://127.0.0.1:" + actualPort : origin;
            return new Options(actualPort, at, merchant, merchantName, apiKey, currency, ledger);
        }
    }

    private SumUpSandbox(HttpServer server, Options options) {
        this.server = server;
        this.ledger = new Ledger(options.ledger());
        this.books = new Books(ledger, clock, faults, webhooks::changed);
        this.api = new Api(books, new Shapes(options.origin()), options);
        this.pages = new PaymentPages(books, options.merchantName());
        this.controls = new Controls(faults, clock, ledger, books);
    }

    /// For this machine only.
    ///
    /// @throws IOException when the port is taken
    public static SumUpSandbox start(Options options) throws IOException {
        return start(InetAddress.getLoopbackAddress(), options);
    }

    /// @throws IOException when the port is taken
    public static SumUpSandbox start(InetAddress at, Options options) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(at, options.port()), 0);
        SumUpSandbox sandbox = new SumUpSandbox(server, options.at(server.getAddress().getPort()));
        server.setExecutor(sandbox.threads);
        server.createContext("/", sandbox::handle);
        server.start();
        return sandbox;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Its address on this machine.
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public Faults faults() {
        return faults;
    }

    public SettableClock clock() {
        return clock;
    }

    /// Every change so far, one JSON object a line.
    public List<String> ledger() {
        return ledger.lines();
    }

    /// A payment that the provider takes although the checkout was closed.
    public void payLate(String checkoutId) {
        books.payLate(checkoutId);
    }

    @Override
    public void close() {
        server.stop(0);
        webhooks.close();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Optional<Answer> answer = route(exchange);
            if (answer.isPresent()) {
                answer.get().send(exchange);
            } else {
                // Closing without an answer breaks the connection, as a lost reply does.
                exchange.close();
            }
        } catch (Refusal refusal) {
            Answer.of(refusal).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    /// Nothing where the connection is to break.
    private Optional<Answer> route(HttpExchange exchange) throws IOException, InterruptedException {
        Request request = Request.of(exchange);
        Optional<Operation> operation = Api.operation(request);
        if (operation.isPresent()) {
            return api(operation.get(), request);
        }
        return Optional.of(pages.answer(request).or(() -> controls.answer(request)).orElseThrow(Refusal::notFound));
    }

    private Optional<Answer> api(Operation operation, Request request) throws InterruptedException {
        // A payment's fault concerns the payment itself, wherever it is made; Books takes it.
        Fault fault = operation == Operation.PAY ? null : faults.take(operation).orElse(null);
        switch (fault) {
            case RESET_BEFORE -> {
                return Optional.empty();
            }
            case SERVER_ERROR -> {
                return Optional.of(Answer.json(500, Map.of("message", "Internal error")));
            }
            case TOO_MANY_REQUESTS -> {
                return Optional.of(Answer.json(429, Map.of("message", "Too many requests")));
            }
            case DELAY -> TimeUnit.MILLISECONDS.sleep(DELAY.toMillis());
            case null, default -> {
            }
        }
        Answer answer = api.answer(operation, request, fault);
        if (fault == Fault.WEBHOOK_BEFORE_REPLY) {
            books.byReference(reference(request)).forEach(webhooks::sendNow);
        }
        return switch (fault) {
            case RESET_AFTER -> Optional.empty();
            case SERVER_ERROR_AFTER -> Optional.of(Answer.json(503, Map.of("message", "Service unavailable")));
            case MALFORMED -> Optional.of(new Answer(answer.status(), "application/json", "{\"id\": \"", Map.of()));
            case null, default -> Optional.of(answer);
        };
    }

    private static String reference(Request request) {
        try {
            return Json.mapper().readTree(request.body()).path("checkout_reference").asText();
        } catch (IOException e) {
            throw Refusal.invalid("body");
        }
    }
}
