package coop.roseash.dev.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// Speaks plain HTTP to names under `.localhost` and to loopback only, without the system's resolver, which need not
/// know these names (RFC 6761 gives them to loopback).
final class LoopbackClient {
    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int READ_MILLISECONDS = 15_000;
    private static final int LARGEST = 1024 * 1024;

    private LoopbackClient() {}

    record Answer(int status, String body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /// @throws IOException when nobody answers, or the address is not on this machine
    static Answer send(String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (!"http".equals(address.getScheme())
                || !(host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127."))) {
            throw new IOException("Only this machine is asked, not " + address);
        }
        InetAddress target = host.startsWith("127.") ? InetAddress.getByName(host) : InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target, address.getPort() < 0 ? 80 : address.getPort()),
                    CONNECT_MILLISECONDS);
            socket.setSoTimeout(READ_MILLISECONDS);
            write(socket.getOutputStream(), method, address, headers, body);
            return read(socket.getInputStream());
        }
    }

    static String hostOf(URI address) {
        return address.getRawAuthority();
    }

    static String targetOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /// HTTP/1.0, so that the answer ends with the connection and is never chunked.
    private static void write(OutputStream out, String method, URI address, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder(method + " " + targetOf(address) + " HTTP/1.0\r\n");
        head.append("Host: ").append(hostOf(address)).append("\r\n");
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(in.readNBytes(LARGEST + 64 * 1024));
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] status = text.split(" ", 3);
        if (end < 0 || status.length < 2 || !status[1].matches("\\d{3}")) {
            throw new IOException("No HTTP answer");
        }
        return new Answer(Integer.parseInt(status[1]), text.substring(end + 4));
    }
}
