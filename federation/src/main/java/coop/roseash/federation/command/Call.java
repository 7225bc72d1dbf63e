package coop.roseash.federation.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One call to federation's internal side, signed as the apps sign theirs; with the JDK alone, so that a command
/// starts at once.
final class Call {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int SECONDS = 10;

    private Call() {}

    /// @throws ConnectException where federation does not run at `FED_INTERNAL` (`http://127.0.0.1:8080`)
    static HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        String server = environment("FED_INTERNAL", "http://127.0.0.1:8080");
        String key = key();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Rose-Ash-Signature", signature(path, key))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new ConnectException("Federation does not answer at " + server + "; is it running?");
        }
    }

    static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String signature(String path, String key) {
        String claims = "{\"path\":\"" + path + "\",\"until\":" + (Instant.now().getEpochSecond() + SECONDS)
                + ",\"to\":{\"locale\":\"\"}}";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
            return encode(bytes) + "." + encode(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// From the environment, or from the secret that the services read too.
    private static String key() throws IOException {
        String given = environment("SITE_INTERNAL_KEY", "");
        Path secret = Path.of(environment("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "/run/secrets"),
                "SITE_INTERNAL_KEY");
        if (given.isEmpty() && Files.isReadable(secret)) {
            given = Files.readString(secret).strip();
        }
        if (given.isEmpty()) {
            throw new IllegalStateException("SITE_INTERNAL_KEY must be set: the platform's own key");
        }
        return given;
    }

    private static String environment(String name, String usual) {
        String given = System.getenv(name);
        return given == null || given.isEmpty() ? usual : given;
    }
}
