package coop.roseash.federation.activitypub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Finds a port for [OtherServer] and lets this app speak to it.
public class OtherServerPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(socket.getLocalPort());
            return Map.of("test.other-port", port,
                    "web.allowed-authorities", "127.0.0.1:" + port + ",127.0.1.1:" + port,
                    "activitypub.poll", "200ms",
                    "activitypub.retry", "200ms",
                    "activitypub.delivery.retry", "300ms",
                    "activitypub.delivery.tries", "4",
                    "activitypub.delivery.timeout", "3s");
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }

    @Override
    public void stop() {
        // The port is only a number.
    }
}
