package coop.roseash.infrastructure.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

/// Only the proxy's network (127.9.0.0/24 here) may say who a visitor is.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class TrustedProxyTest {
    @TestHTTPResource("/")
    URL app;

    @Test
    void believesTheProxy() throws IOException {
        assertThat(seenFrom("127.9.0.5")).endsWith("https 203.0.113.9");
    }

    @Test
    void believesNobodyElse() throws IOException {
        assertThat(seenFrom("127.0.0.1")).endsWith("http 127.0.0.1");
    }

    private String seenFrom(String peer) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), app.getPort(),
                InetAddress.getByName(peer), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                    GET /test/address HTTP/1.1\r
                    Host: blog.rose-ash.localhost:8080\r
                    X-Forwarded-For: 203.0.113.9\r
                    X-Forwarded-Proto: https\r
                    Connection: close\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
