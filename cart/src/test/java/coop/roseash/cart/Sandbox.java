package coop.roseash.cart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import coop.roseash.dev.sumup.SumUpSandbox;

/// Starts the SumUp sandbox and points the cart to it.
public class Sandbox implements QuarkusTestResourceLifecycleManager {
    private SumUpSandbox sandbox;

    @Override
    public Map<String, String> start() {
        try {
            sandbox = SumUpSandbox.start(SumUpSandbox.Options.forTests());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("sumup.base-url", sandbox.baseUrl(), "sumup.api-key", "sandbox-key", "sumup.merchant-code",
                "MROSEASH",
                "sumup.return-url", "http://127.0.0.1:1/webhooks/sumup");
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
