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
        config.clients().forEach((id, client) -> clients.save(further(id, client), client.secret()));
    }

    private Client own(AppName app) {
        String origin = addresses.origin(app);
        return new Client(app.id(), "Rose Ash " + app.id(), Client.Kind.OWN,
                new Client.Addresses(List.of(origin + "/auth/callback"), List.of(origin + "/", origin),
                        inside(app) + "/auth/backchannel"),
                List.of("openid", "profile", "email"), "ES256");
    }

    /// Whoever writes the settings vouches for it.
    private static Client further(String id, OauthConfig.Settings client) {
        return new Client(id, client.name().orElse(id), Client.Kind.VOUCHED,
                new Client.Addresses(client.redirectUris(), client.postLogoutUris().orElse(List.of()),
                        client.backchannelUri().orElse(null)),
                Issuer.SCOPES, client.idTokenAlgorithm());
    }

    /// Apps are told of a sign-out from inside, as the settings of all apps name each other.
    private String inside(AppName app) {
        return settings.getOptionalValue("site.internal." + app.id(), String.class)
            .orElseGet(() -> settings.getOptionalValue("site.internal-pattern", String.class)
                .orElse("http://{app}:8080")
                .replace("{app}", app.id()));
    }
}
