package coop.roseash.federation.oauth;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;

/// Makes the platform's own apps, and those of the settings, known to the provider at each start.
@ApplicationScoped
class OwnClients {
    private static final int AFTER_THE_SCHEMA = 5000;
    private final Clients clients;
    private final OauthConfig config;
    private final Addresses addresses;
    private final Config settings;

    OwnClients(Clients clients, OauthConfig config, Addresses addresses, Config settings) {
        this.clients = clients;
        this.config = config;
        this.addresses = addresses;
        this.settings = settings;
    }

    void register(@Observes @Priority(AFTER_THE_SCHEMA) StartupEvent start) {
        config.ownSecrets().forEach((app, secret) -> clients.save(own(AppName.of(app)), secret));
        config.clients()
            .forEach((id, client) -> clients.save(new Client(id, client.name().orElse(id), false,
                    client.redirectUris(), client.postLogoutUris().orElse(List.of()),
                    client.backchannelUri().orElse(null), client.idTokenAlgorithm()), client.secret()));
    }

    private Client own(AppName app) {
        String origin = addresses.origin(app);
        return new Client(app.id(), "Rose Ash " + app.id(), true, List.of(origin + "/auth/callback"),
                List.of(origin + "/", origin), inside(app) + "/auth/backchannel", "ES256");
    }

    /// Apps are told of a sign-out from inside, as the settings of all apps name each other.
    private String inside(AppName app) {
        return settings.getOptionalValue("site.internal." + app.id(), String.class)
            .orElseGet(() -> settings.getOptionalValue("site.internal-pattern", String.class)
                .orElse("http://{app}:8080")
                .replace("{app}", app.id()));
    }
}
