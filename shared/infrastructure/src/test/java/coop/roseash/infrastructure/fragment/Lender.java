package coop.roseash.infrastructure.fragment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.microprofile.config.ConfigProvider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/// A lender a test can let answer anything, count, and kill.
class Lender implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HttpHandler behaviour;

    Lender(HttpHandler behaviour) throws IOException {
        this.behaviour = behaviour;
        int port = ConfigProvider.getConfig().getValue(LenderPort.SETTING, Integer.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/fragments/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                this.behaviour.handle(exchange);
            }
        });
        server.start();
    }

    static HttpHandler lending(String html, int maxAge) {
        return exchange -> answer(exchange, html, maxAge);
    }

    static void answer(HttpExchange exchange, String html, int maxAge) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set(LenderClient.TYPE_HEADER, path.substring(path.lastIndexOf('/') + 1));
        exchange.getResponseHeaders().set("Cache-Control", "max-age=" + maxAge);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    void behave(HttpHandler other) {
        behaviour = other;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
