package coop.roseash.dev.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Serves Wren: WebFinger, her actor, her inbox, her notes, and the page and the JSON of what she got.
public final class RemoteServer implements AutoCloseable {
    private static final int LARGEST = 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;
    private final RemoteState state;
    private final RemoteActor wren;
    private final String origin;

    private RemoteServer(HttpServer server, RemoteState state, String origin) {
        this.server = server;
        this.state = state;
        this.origin = origin;
        this.wren = new RemoteActor(origin, state);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /// @param origin as others see it, for example `http://remote.rose-ash.localhost:8080`
    /// @param file where it keeps its keys and what it got
    public static RemoteServer start(int port, String origin, Path file) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        RemoteServer remote = new RemoteServer(http, RemoteState.open(file), origin);
        http.setExecutor(remote.threads);
        http.createContext("/", remote::handle);
        http.start();
        return remote;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Reply(int status, String type, String body) {
        static Reply page(int status, String html) {
            return new Reply(status, "text/html; charset=utf-8", html);
        }

        static Reply json(String type, String json) {
            return new Reply(200, type, json);
        }

        static Reply plain(int status, String text) {
            return new Reply(status, "text/plain; charset=utf-8", text);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            reply = exchange.getRequestMethod().equals("POST") ? post(exchange) : get(exchange);
        } catch (IOException | IllegalArgumentException e) {
            reply = Reply.plain(400, String.valueOf(e.getMessage()));
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders()
            .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Reply get(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String user = "/users/" + RemoteActor.NAME;
        if (path.equals("/")) {
            return Reply.page(200, RemotePages.show(wren, state, ""));
        } else if (path.equals("/received.json")) {
            return Reply.json("application/json", MAPPER.writeValueAsString(state.received()));
        } else if (path.equals("/.well-known/webfinger")) {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            return query.contains("acct:" + wren.address())
                    ? Reply.json("application/jrd+json", wren.webFinger())
                    : Reply.plain(404, "Nobody has this name.");
        } else if (path.equals(user)) {
            return Reply.json(RemoteActor.ACTIVITY_JSON, wren.document());
        } else if (path.matches(user + "/(outbox|followers)")) {
            return Reply.json(RemoteActor.ACTIVITY_JSON, MAPPER.createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("id", origin + path)
                .put("type", "OrderedCollection")
                .put("totalItems", path.endsWith("outbox") ? state.notes().size() : state.followers().size())
                .toString());
        } else if (path.matches("/notes/\\d{1,9}")) {
            return note(Integer.parseInt(path.substring("/notes/".length())));
        }
        return Reply.plain(404, "Not here.");
    }

    private Reply note(int number) {
        return state.notes()
            .stream()
            .filter(note -> note.number() == number)
            .findFirst()
            .map(note -> Reply.json(RemoteActor.ACTIVITY_JSON, wren.note(note)))
            .orElseGet(() -> Reply.plain(404, "No such note."));
    }

    private Reply post(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return Reply.plain(413, "Too large.");
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/users/" + RemoteActor.NAME + "/inbox")) {
            int status = wren.receive(exchange.getRequestURI().toString(), headers(exchange), body);
            return Reply.plain(status, status == 202 ? "" : "The signature does not verify.");
        }
        String from = exchange.getRequestHeaders().getFirst("Origin");
        if (from != null && !from.equals(origin)) {
            return Reply.plain(403, "This form was sent from another site.");
        }
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        return switch (path) {
            case "/control/follow" -> page("Asked to follow " + wren.follow(form.getOrDefault("address", "")) + ".");
            case "/control/post" -> page("Posted note " + wren.write(form.getOrDefault("text", "")).number() + ".");
            default -> Reply.plain(404, "Not here.");
        };
    }

    private Reply page(String message) {
        return Reply.page(200, RemotePages.show(wren, state, message));
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
            .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
