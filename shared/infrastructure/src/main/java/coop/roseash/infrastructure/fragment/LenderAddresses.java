package coop.roseash.infrastructure.fragment;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.ConfigProvider;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Where each app is reached from inside: as the settings say, and this app itself on loopback.
@ApplicationScoped
class LenderAddresses {
    private final InternalConfig config;
    private final AppName self;

    LenderAddresses(InternalConfig config, Addresses addresses) {
        this.config = config;
        this.self = addresses.self();
    }

    String of(AppName app) {
        return config.internal()
            .of(app)
            .orElseGet(() -> app == self ? loopback() : config.internalPattern().replace("{app}", app.id()));
    }

    /// Read anew each time: a test's port is known only once the server listens.
    private static String loopback() {
        int port = ConfigProvider.getConfig()
            .getValue("quarkus.http.port", Integer.class);
        return "http://127.0.0.1:" + port;
    }
}
