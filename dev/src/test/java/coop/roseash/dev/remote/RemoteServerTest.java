package coop.roseash.dev.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RemoteServerTest {
    @TempDir
    Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private String here;
    private String there;
    private RemoteServer one;
    private RemoteServer other;

    @BeforeEach
    void startTwo() throws IOException {
        int port = freePort();
        int otherPort = freePort();
        here = "http://127.0.0.1:" + port;
        there = "http://127.0.0.1:" + otherPort;
        one = RemoteServer.start(port, here, folder.resolve("one.json"));
        other = RemoteServer.start(otherPort, there, folder.resolve("other.json"));
    }

    @AfterEach
    void stopBoth() {
        one.close();
        other.close();
    }

    @Test
    void followsAndGetsWhatIsWrittenSigned() throws Exception {
        assertThat(control("/control/follow", "address", "@wren@" + there.substring("http://".length())))
            .isEqualTo(200);
        await().until(() -> get(here + "/received.json").body().contains("\"type\":\"Accept\""));
        assertThat(post(there + "/control/post", "text", "Hello <b>there</b>", there)).isEqualTo(200);
        await().until(() -> get(here + "/received.json").body().contains("\"type\":\"Create\""));
        assertThat(get(here + "/received.json").body()).contains("\"verified\":true")
            .doesNotContain("\"verified\":false");
        assertThat(get(here + "/").body()).contains("signature verified").doesNotContain("<b>there</b>");
    }

    @Test
    void refusesABodyThatWasChanged() throws Exception {
        String body = "{\"type\":\"Create\",\"actor\":\"" + there + "/users/wren\"}";
        HttpRequest forged = HttpRequest.newBuilder(URI.create(here + "/users/wren/inbox"))
            .header("Date", "Tue, 24 Nov 2026 20:00:00 GMT")
            .header("Digest", "SHA-256=AAAA")
            .header("Signature",
                    "keyId=\"" + there + "/users/wren#main-key\",headers=\"(request-target) host date digest\","
                            + "signature=\"AAAA\"")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(get(here + "/").body()).contains("signature refused");
    }

    @Test
    void keepsItsKeysOverARestart() throws Exception {
        String before = get(here + "/users/wren").body();
        one.close();
        one = RemoteServer.start(URI.create(here).getPort(), here, folder.resolve("one.json"));
        assertThat(get(here + "/users/wren").body()).isEqualTo(before);
    }

    @Test
    void letsNoOtherSiteControlIt() throws Exception {
        assertThat(post(here + "/control/post", "text", "Not mine", "http://evil.example")).isEqualTo(403);
        assertThat(post(here + "/control/follow", "address", "@x@example.org", here)).isEqualTo(400);
    }

    private int control(String path, String field, String value) throws Exception {
        return post(here + path, field, value, here);
    }

    private int post(String address, String field, String value, String origin) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
