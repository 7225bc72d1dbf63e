package coop.roseash.dev.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayTest {
    private HttpServer blog;
    private Gateway gateway;
    private int port;

    @BeforeEach
    void start() throws Exception {
        blog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        blog.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            byte[] body = ("host=" + headers.getFirst("Host") + " for=" + headers.getFirst("X-Forwarded-For") + " path="
                    + exchange.getRequestURI())
                .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        blog.start();
        port = freePort();
        gateway = Gateway.start(port, Map.of("blog", blog.getAddress().getPort(), "cart", freePort()));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        blog.stop(0);
    }

    @Test
    void passesARequestOnWithItsHostAndTheClientsAddress() throws IOException {
        assertThat(get("blog.rose-ash.localhost:" + port, "/a?b=c")).contains("200 OK")
            .contains("host=blog.rose-ash.localhost:" + port)
            .contains("for=127.0.0.1")
            .contains("path=/a?b=c");
    }

    @Test
    void doesNotBelieveAnAddressThatTheBrowserClaims() throws IOException {
        assertThat(get("blog.rose-ash.localhost:" + port, "/", "X-Forwarded-For: 6.6.6.6")).contains("for=127.0.0.1");
    }

    @Test
    void refusesInternalPaths() throws IOException {
        assertThat(get("blog.rose-ash.localhost:" + port, "/internal/fragments/nav")).contains("404");
    }

    @Test
    void saysWhichRoomsThereAreForAnUnknownOne() throws IOException {
        assertThat(get("shop.rose-ash.localhost:" + port, "/")).contains("404").contains("blog");
    }

    @Test
    void sendsTheBareAddressToTheBlog() throws IOException {
        assertThat(get("localhost:" + port, "/")).contains("302")
            .contains("http://blog.rose-ash.localhost:" + port + "/");
    }

    @Test
    void answersWith503WhileAServiceIsAway() throws IOException {
        assertThat(get("cart.rose-ash.localhost:" + port, "/")).contains("503").contains("Back in a moment");
    }

    private String get(String host, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
