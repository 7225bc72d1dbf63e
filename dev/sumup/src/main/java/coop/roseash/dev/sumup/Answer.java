package coop.roseash.dev.sumup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/// One HTTP answer.
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    static Answer json(int status, Object body) {
        try {
            return new Answer(status, "application/json", Json.mapper().writeValueAsString(body), Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer of(Refusal refusal) {
        return new Answer(refusal.status(), refusal.contentType(), json(0, refusal.body()).body, Map.of());
    }

    static Answer empty(int status) {
        return new Answer(status, "text/plain", "", Map.of());
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", body, Map.of("Cache-Control", "no-store"));
    }

    static Answer see(String address) {
        return new Answer(303, "text/plain", "", Map.of("Location", address));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
