package coop.roseash.dev.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Wren, who lives on this server: she follows, is followed, writes, and checks every signature she gets.
final class RemoteActor {
    static final String NAME = "wren";
    static final String ACTIVITY_JSON = "application/activity+json";
    private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
    private static final String PUBLIC = CONTEXT + "#Public";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter DATE = DateTimeFormatter
        .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    private final String origin;
    private final RemoteState state;

    RemoteActor(String origin, RemoteState state) {
        this.origin = origin;
        this.state = state;
    }

    String uri() {
        return origin + "/users/" + NAME;
    }

    String address() {
        return NAME + "@" + URI.create(origin).getRawAuthority();
    }

    String document() {
        String key = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(state.keys().getPublic().getEncoded());
        ObjectNode json = MAPPER.createObjectNode();
        json.putArray("@context").add(CONTEXT).add("https://w3id.org/security/v1");
        json.put("id", uri()).put("type", "Person").put("preferredUsername", NAME).put("name", "Wren of elsewhere");
        json.put("summary", "<p>A neighbour from another server.</p>").put("url", origin + "/");
        json.put("inbox", uri() + "/inbox").put("outbox", uri() + "/outbox").put("followers", uri() + "/followers");
        json.putObject("publicKey")
            .put("id", uri() + "#main-key")
            .put("owner", uri())
            .put("publicKeyPem", "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
        return json.toString();
    }

    String webFinger() {
        ObjectNode json = MAPPER.createObjectNode().put("subject", "acct:" + address());
        json.putArray("links").addObject().put("rel", "self").put("type", ACTIVITY_JSON).put("href", uri());
        return json.toString();
    }

    String note(RemoteState.Written note) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("@context", CONTEXT).put("id", origin + "/notes/" + note.number()).put("type", "Note");
        json.put("attributedTo", uri()).put("published", note.at()).put("url", origin + "/notes/" + note.number());
        json.put("content", "<p>" + RemotePages.escape(note.text()) + "</p>");
        json.putArray("to").add(PUBLIC);
        json.putArray("cc").add(uri() + "/followers");
        return json.toString();
    }

    /// Follows somebody by address, as people write it.
    ///
    /// @throws IOException when they cannot be found or their server refuses
    String follow(String address) throws IOException {
        String name = address.strip().startsWith("@") ? address.strip().substring(1) : address.strip();
        String host = name.substring(name.lastIndexOf('@') + 1);
        JsonNode finger = get(URI.create("http://" + host + "/.well-known/webfinger?resource="
                + URLEncoder.encode("acct:" + name, StandardCharsets.UTF_8)), "application/jrd+json");
        for (JsonNode link : finger.path("links")) {
            if (link.path("rel").asText().equals("self")) {
                String actor = link.path("href").asText();
                state.following(actor, false);
                send(get(URI.create(actor), ACTIVITY_JSON).path("inbox").asText(),
                        activity("Follow").put("object", actor));
                return actor;
            }
        }
        throw new IOException("Nobody is called " + address);
    }

    /// Writes a note and sends it to all followers; those whose server does not answer miss it.
    RemoteState.Written write(String text) throws IOException {
        RemoteState.Written note = state.write(Instant.now().toString(), text);
        ObjectNode create = activity("Create");
        create.putArray("to").add(PUBLIC);
        create.putArray("cc").add(uri() + "/followers");
        create.set("object", MAPPER.readTree(note(note)));
        for (String inbox : state.followers().values()) {
            send(inbox, create);
        }
        return note;
    }

    /// @return the status to answer: 202, or 401 for a signature that is not the actor's
    int receive(String target, Map<String, String> headers, byte[] body) throws IOException {
        JsonNode activity = MAPPER.readTree(body);
        String actor = activity.path("actor").asText();
        String keyId = Signatures.parameter(headers.getOrDefault("signature", ""), "keyId");
        JsonNode sender = get(URI.create(keyId.replaceAll("#.*", "")), ACTIVITY_JSON);
        boolean verified = sender.path("id").asText().equals(actor)
                && sender.path("publicKey").path("id").asText().equals(keyId)
                && Signatures.verify(target, headers, body, sender.path("publicKey").path("publicKeyPem").asText());
        JsonNode object = activity.path("object");
        String about = object.isObject() ? object.path("id").asText() : object.asText();
        state.received(new RemoteState.Received(Instant.now().toString(), activity.path("type").asText(), actor, about,
                verified, keyId, new String(body, StandardCharsets.UTF_8)));
        if (verified) {
            react(activity, sender);
        }
        return verified ? 202 : 401;
    }

    private void react(JsonNode activity, JsonNode sender) throws IOException {
        String actor = activity.path("actor").asText();
        switch (activity.path("type").asText()) {
            case "Follow" -> {
                state.follower(actor, sender.path("inbox").asText());
                ObjectNode accept = activity("Accept");
                accept.set("object", activity);
                // Not within their request: they may wait for its answer before they take ours.
                Thread.ofVirtual().start(() -> quietly(sender.path("inbox").asText(), accept));
            }
            case "Undo" -> state.noFollower(actor);
            case "Accept" -> state.following(actor, true);
            default -> {
                // Recorded, and that is all.
            }
        }
    }

    private void quietly(String inbox, ObjectNode activity) {
        try {
            send(inbox, activity);
        } catch (IOException e) {
            System.getLogger(RemoteActor.class.getName())
                .log(System.Logger.Level.WARNING, "Not delivered to " + inbox, e);
        }
    }

    private ObjectNode activity(String type) {
        return MAPPER.createObjectNode()
            .put("@context", CONTEXT)
            .put("id", origin + "/activities/" + UUID.randomUUID())
            .put("type", type)
            .put("actor", uri());
    }

    private void send(String inbox, ObjectNode activity) throws IOException {
        URI address = URI.create(inbox);
        byte[] body = MAPPER.writeValueAsBytes(activity);
        Map<String, String> headers = headers(address);
        headers.put("digest", Signatures.digest(body));
        headers.put("content-type", ACTIVITY_JSON);
        headers.put("signature", signature("post", address, headers));
        LoopbackClient.Answer answer = LoopbackClient.send("POST", address, headers, body);
        if (!answer.ok()) {
            throw new IOException(inbox + " answered " + answer.status() + ": " + answer.body());
        }
    }

    private JsonNode get(URI address, String accept) throws IOException {
        Map<String, String> headers = headers(address);
        headers.put("accept", accept);
        headers.put("signature", signature("get", address, headers));
        LoopbackClient.Answer answer = LoopbackClient.send("GET", address, headers, new byte[0]);
        if (!answer.ok()) {
            throw new IOException(address + " answered " + answer.status());
        }
        return MAPPER.readTree(answer.body());
    }

    private String signature(String method, URI address, Map<String, String> headers) {
        return Signatures.sign(method, LoopbackClient.targetOf(address), headers, uri() + "#main-key",
                state.keys().getPrivate());
    }

    private static Map<String, String> headers(URI address) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", LoopbackClient.hostOf(address));
        headers.put("date", DATE.format(Instant.now()));
        return headers;
    }
}
