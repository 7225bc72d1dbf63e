package coop.roseash.dev.caddy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An app that answers every request with the head it got, so that a test sees what Caddy let through.
class Upstream implements AutoCloseable {
    private static final String PADDING = "x".repeat(2_000);

    private final String name;
    private final ServerSocket server;

    Upstream(String name) throws IOException {
        this.name = name;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader head = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder body = new StringBuilder("app=" + name + "\n");
            for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
                body.append(line).append('\n');
            }
            byte[] bytes = body.append(PADDING).toString().getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nServer: app\r\nContent-Type: text/html\r\n"
                        + "Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
