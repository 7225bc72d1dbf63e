package coop.roseash.dev.caddy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// ./test.sh installs Caddy where it can; elsewhere these tests are skipped.
class CaddyTest {
    private static final List<String> APPS = List.of("blog", "market", "cart", "events", "federation");
    private static final List<Upstream> UPSTREAMS = new ArrayList<>();
    @TempDir
    static Path folder;
    private static Process caddy;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v caddy").start().waitFor() == 0, "needs caddy");
        port = freePort();
        ProcessBuilder builder = new ProcessBuilder("caddy", "run", "--config",
                Path.of("../_config/Caddyfile").toAbsolutePath().normalize().toString(), "--adapter", "caddyfile")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("caddy.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(Map.of("DOMAIN", "rose-ash.localhost", "CADDY_SCHEME", "http", "CADDY_PORT", ":" + port,
                "CADDY_ADMIN", "off", "XDG_DATA_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString()));
        for (String app : APPS) {
            Upstream upstream = new Upstream(app);
            UPSTREAMS.add(upstream);
            environment.put(app.toUpperCase(Locale.ROOT) + "_UPSTREAM", upstream.address());
        }
        // Nobody listens there: the account is down.
        environment.put("ACCOUNT_UPSTREAM", "127.0.0.1:" + freePort());
        caddy = builder.start();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> !get("blog", "/").isEmpty());
    }

    @AfterAll
    static void stop() throws Exception {
        if (caddy != null) {
            caddy.destroy();
            caddy.waitFor(10, TimeUnit.SECONDS);
        }
        for (Upstream upstream : UPSTREAMS) {
            upstream.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog", "market", "cart", "events", "federation"})
    void leadsEachNameToItsApp(String app) throws IOException {
        assertThat(get(app, "/a/page?q=1")).startsWith("HTTP/1.1 200")
            .contains("app=" + app, "GET /a/page?q=1 HTTP/1.1", "Host: " + app + ".rose-ash.localhost:" + port);
    }

    @Test
    void leadsTheBareDomainToTheBlog() throws IOException {
        assertThat(send("rose-ash.localhost:" + port, "/a/page?q=1")).startsWith("HTTP/1.1 308")
            .contains("Location: http://blog.rose-ash.localhost:" + port + "/a/page?q=1");
    }

    @Test
    void knowsNoOtherName() throws IOException {
        assertThat(send("else.example:" + port, "/")).doesNotContain("app=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/fragments/nav", "/internal", "//internal/fragments/nav", "/./internal/x",
            "/a/../internal/x", "/%69nternal/fragments/nav", "/internal%2Ffragments/nav", "/%2Finternal/x",
            "/%2finternal%2fx", "/INTERNAL/x", "/Internal/x", "/internal;a=b/fragments/nav", "/;a=b/internal/x",
            "/;/internal/x", "/a/%2e%2e/internal/x", "/a/..%2finternal/x", "/internal/../internal/x", "/internal?x",
            "///internal//fragments//nav", "/\\internal/x", "/%5Cinternal/x", "/internal%5Cx", "/internal%00/x",
            "/%0ainternal/x", "/q/health", "/q/metrics", "/q", "/%71/health", "//q/health", "/q;x/health", "/Q/health",
            "/a/../q/metrics", "/q%2fhealth", "/a;b/../internal/x", "http://blog.rose-ash.localhost/internal/x",
            "/x/y/../../internal/fragments/nav", "/.;/internal/x", "/..;/internal/x", "/a/..;/internal/x"})
    void refusesWhatIsInside(String path) throws IOException {
        assertThat(get("blog", path)).as(path).doesNotContain("app=").containsPattern("^HTTP/1.1 40[04]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal-affairs", "/quince", "/posts/internal/", "/posts/q/", "/question?x=/internal/",
            "/a%20b;v=1/c", "/caf%C3%A9"})
    void letsThroughWhatOnlyLooksLikeIt(String path) throws IOException {
        assertThat(get("blog", path)).as(path).contains("GET " + path + " HTTP/1.1");
    }

    @Test
    void saysTheTrueAddressWhateverTheVisitorClaims() throws IOException {
        String head = send("blog.rose-ash.localhost:" + port, "/", "X-Forwarded-For: 203.0.113.9, 198.51.100.1",
                "X-Forwarded-Proto: gopher", "X-Forwarded-Host: evil.example");
        assertThat(head).contains("X-Forwarded-For: 127.0.0.1\n", "X-Forwarded-Proto: http\n")
            .doesNotContain("203.0.113.9", "198.51.100.1", "gopher", "evil.example");
    }

    @Test
    void addsSecurityHeadersAndKeepsTheAppsOwn() throws IOException {
        assertThat(get("blog", "/")).contains("Strict-Transport-Security: max-age=63072000; includeSubDomains",
                "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
            .doesNotContain("Server: ", "Referrer-Policy: strict-origin");
        assertThat(get("blog", "/internal/x")).contains("Strict-Transport-Security", "X-Content-Type-Options: nosniff",
                "Content-Security-Policy")
            .doesNotContain("Server: ");
    }

    @Test
    void compresses() throws IOException {
        byte[] answer = bytes("blog.rose-ash.localhost:" + port, "/", "Accept-Encoding: gzip");
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        assertThat(text.substring(0, body)).contains("Content-Encoding: gzip");
        assertThat(answer.length - body).isLessThan(1_000);
        int start = text.indexOf("\u001f\u008b", body);
        try (GZIPInputStream plain = new GZIPInputStream(
                new ByteArrayInputStream(answer, start, answer.length - start))) {
            assertThat(new String(plain.readNBytes(8), StandardCharsets.ISO_8859_1)).isEqualTo("app=blog");
        }
    }

    @Test
    void saysKindlyThatAnAppIsAway() throws IOException {
        assertThat(get("account", "/")).startsWith("HTTP/1.1 503")
            .contains("Retry-After: 5", "Back in a moment", "text/html", "X-Content-Type-Options: nosniff");
    }

    private static String get(String app, String path) throws IOException {
        return send(app + ".rose-ash.localhost:" + port, path);
    }

    private static String send(String host, String path, String... headers) throws IOException {
        return new String(bytes(host, path, headers), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String host, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + more
                        + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return socket.getInputStream().readAllBytes();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
