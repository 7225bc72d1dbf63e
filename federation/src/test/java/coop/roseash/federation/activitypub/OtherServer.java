package coop.roseash.federation.activitypub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/// Another server of the fediverse, written for tests: it serves what it is told to, records what it gets, and signs
/// with its own code.
class OtherServer implements AutoCloseable {
    static final String HERE = "federation.rose-ash.localhost:8080";
    static final String ACTIVITY_JSON = "application/activity+json";
    private static final DateTimeFormatter DATE = DateTimeFormatter
        .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    final String origin;
    final List<Received> received = new CopyOnWriteArrayList<>();
    final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
    private final Map<String, Function<Received, Answer>> routes = new ConcurrentHashMap<>();
    private final HttpServer server;

    record Received(String method, String target, Map<String, String> headers, String body) {}

    record Answer(int status, String type, String body, Map<String, String> headers) {
        static Answer json(String body) {
            return new Answer(200, ACTIVITY_JSON, body, Map.of());
        }

        static Answer status(int status) {
            return new Answer(status, "text/plain", "", Map.of());
        }
    }

    /// An actor of this server with its keys.
    record Person(String uri, KeyPair keys) {
        String keyId() {
            return uri + "#main-key";
        }

        String inbox() {
            return uri + "/inbox";
        }
    }

    OtherServer(String address, int port) throws IOException {
        origin = "http://" + address + ":" + port;
        server = HttpServer.create(new InetSocketAddress(address, port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    Person person(String name) {
        Person person = new Person(origin + "/users/" + name, keys());
        serve("/users/" + name, Answer.json(document(person, name)));
        route("/users/" + name + "/inbox", got -> Answer.status(202));
        return person;
    }

    void serve(String path, Answer answer) {
        route(path, got -> answer);
    }

    void route(String path, Function<Received, Answer> answer) {
        routes.put(path, answer);
    }

    List<Received> posted(String path) {
        return received.stream().filter(each -> each.method().equals("POST") && each.target().equals(path)).toList();
    }

    String document(Person person, String name) {
        return """
                {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/v1"],"id":"%1$s",
                "type":"Person","preferredUsername":"%2$s","name":"%2$s of elsewhere","inbox":"%1$s/inbox",
                "followers":"%1$s/followers","publicKey":{"id":"%1$s#main-key","owner":"%1$s","publicKeyPem":"%3$s"}}
                """.formatted(person.uri(), name, pem(person.keys()));
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\\n" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\\n-----END PUBLIC KEY-----";
    }

    /// The headers of a well-signed POST to our shared inbox.
    static Map<String, String> signed(Person person, String body) {
        return signed(person, body, List.of("(request-target)", "host", "date", "digest"), Instant.now());
    }

    /// The same for another of our inboxes.
    static Map<String, String> signed(Person person, String body, String target) {
        return signed(person, body, List.of("(request-target)", "host", "date", "digest"), Instant.now(), target);
    }

    static Map<String, String> signed(Person person, String body, List<String> covered, Instant at) {
        return signed(person, body, covered, at, "/ap/inbox");
    }

    private static Map<String, String> signed(Person person, String body, List<String> covered, Instant at,
            String target) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", HERE);
        headers.put("date", DATE.format(at));
        headers.put("digest", "SHA-256=" + sha256(body));
        headers.put("content-type", ACTIVITY_JSON);
        StringBuilder base = new StringBuilder();
        for (String name : covered) {
            base.append(base.isEmpty() ? "" : "\n")
                .append(name)
                .append(": ")
                .append(name.equals("(request-target)") ? "post " + target : headers.get(name));
        }
        headers.put("signature", "keyId=\"" + person.keyId() + "\",algorithm=\"rsa-sha256\",headers=\""
                + String.join(" ", covered) + "\",signature=\"" + sign(person.keys(), base.toString()) + "\"");
        return headers;
    }

    static Response post(Person person, String body) {
        return post(signed(person, body), body);
    }

    static Response post(Map<String, String> headers, String body) {
        return postTo("/ap/inbox", headers, body);
    }

    static Response postTo(String path, Map<String, String> headers, String body) {
        return given().headers(headers).body(body.getBytes(StandardCharsets.UTF_8)).post(path);
    }

    private static String sign(KeyPair keys, String base) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(base.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String body) {
        try {
            return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
            .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        Received got = new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(got);
        hits.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new AtomicInteger()).incrementAndGet();
        Answer answer = routes.getOrDefault(exchange.getRequestURI().getPath(), any -> Answer.status(404)).apply(got);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
