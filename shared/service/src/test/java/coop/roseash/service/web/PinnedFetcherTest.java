package coop.roseash.service.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vertx.core.Vertx;

import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.contract.web.FetchOutcome.Failed;
import coop.roseash.contract.web.FetchOutcome.Refused;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.FetchRequest.Limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

class PinnedFetcherTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer other;
    private PinnedFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (HttpServer each : List.of(server, other)) {
            each.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            each.createContext("/", this::answer);
            each.start();
        }
        WebConfig config = TestWebConfig.allowing(authority(server), authority(other));
        fetcher = new PinnedFetcher(
                new AddressGuard(config), new coop.roseash.service.web.HttpExchange(vertx, config), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsTheBodyAndTheHeaders() {
        Answered answer = assertInstanceOf(Answered.class, fetch("/hello?x=1"));
        assertEquals(200, answer.status());
        assertEquals("GET /hello?x=1", answer.text());
        assertEquals("text/plain", answer.mediaType());
        assertEquals("RoseAsh-test/1.0", asked.getFirst().getRequestHeaders().getFirst("User-Agent"));
    }

    @Test
    void followsRedirectsUpToTheCap() {
        Answered answer = assertInstanceOf(Answered.class, fetch("/hops/5"));
        assertEquals("/hops/0", answer.address().getPath());
        assertInstanceOf(Failed.class, fetch("/hops/6"));
    }

    @Test
    void answersTheRedirectItselfWhenNoneMayBeFollowed() {
        FetchRequest request = FetchRequest.get(uri("/hops/1")).within(new Limits(1000, Duration.ofSeconds(5), 0));
        assertEquals(302, assertInstanceOf(Answered.class, fetcher.fetch(request)).status());
    }

    @Test
    void checksTheTargetOfARedirect() {
        Refused refused = assertInstanceOf(Refused.class, fetch("/to?http://169.254.169.254/latest"));
        assertEquals("169.254.169.254", refused.address().getHost());
    }

    @Test
    void keepsSecretsFromAnotherOrigin() {
        FetchRequest request = FetchRequest.get(uri("/to?http://" + authority(other) + "/there"))
            .with("Authorization", "Bearer secret")
            .with("Accept", "text/html");
        assertInstanceOf(Answered.class, fetcher.fetch(request));
        assertEquals("Bearer secret", asked.get(0).getRequestHeaders().getFirst("Authorization"));
        assertNull(asked.get(1).getRequestHeaders().getFirst("Authorization"));
        assertEquals("text/html", asked.get(1).getRequestHeaders().getFirst("Accept"));
    }

    @Test
    void cutsABodyThatIsTooLarge() {
        Limits small = new Limits(1000, Duration.ofSeconds(5), 0);
        assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.get(uri("/large")).within(small)));
        assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.get(uri("/bomb")).within(small)));
    }

    @Test
    void unpacksGzip() {
        Answered answer = assertInstanceOf(Answered.class, fetch("/bomb"));
        assertEquals(100_000, answer.body().length);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        Limits quick = new Limits(1000, Duration.ofMillis(300), 0);
        assertInstanceOf(Failed.class, fetcher.fetch(FetchRequest.get(uri("/never")).within(quick)));
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);
        assertInstanceOf(Failed.class, fetch("/"));
    }

    @Test
    void sendsABody() {
        FetchRequest request = FetchRequest.post(uri("/inbox"), "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals("POST /inbox{}", assertInstanceOf(Answered.class, fetcher.fetch(request)).text());
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(FetchRequest.get(uri(path)));
    }

    private URI uri(String path) {
        return URI.create("http://" + authority(server) + path);
    }

    private static String authority(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange);
        String path = exchange.getRequestURI().getPath();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (path.startsWith("/hops/") && !path.equals("/hops/0")) {
            redirect(exchange, "/hops/" + (Integer.parseInt(path.substring(6)) - 1));
        } else if (path.equals("/to")) {
            redirect(exchange, exchange.getRequestURI().getQuery());
        } else if (path.equals("/large")) {
            reply(exchange, new byte[5000]);
        } else if (path.equals("/bomb")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            reply(exchange, gzip(new byte[100_000]));
        } else if (!path.equals("/never")) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
            String text = exchange.getRequestMethod() + " " + exchange.getRequestURI()
                    + new String(sent, StandardCharsets.UTF_8);
            reply(exchange, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(plain);
        }
        return packed.toByteArray();
    }
}
