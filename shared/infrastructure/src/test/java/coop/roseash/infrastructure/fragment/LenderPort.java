package coop.roseash.infrastructure.fragment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// Reserves a port at which a test's own lenders stand for all apps but this one.
public class LenderPort implements QuarkusTestResourceLifecycleManager {
    static final String SETTING = "test.lender-port";

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + socket.getLocalPort();
            return Map.of(
                    SETTING,
                    String.valueOf(socket.getLocalPort()),
                    "site.internal.market",
                    address,
                    "site.internal.events",
                    address,
                    "site.internal.cart",
                    address,
                    "site.internal.federation",
                    address);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
