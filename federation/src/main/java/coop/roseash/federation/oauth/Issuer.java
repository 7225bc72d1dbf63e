package coop.roseash.federation.oauth;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// The provider's name, its addresses, and what it supports.
@ApplicationScoped
class Issuer {
    /// Lets an application act while the member is away.
    static final String OFFLINE = "offline_access";
    static final List<String> SCOPES = List.of("openid", "profile", "email", OFFLINE);
    static final List<String> ALGORITHMS = List.of("ES256", "RS256");
    private final String name;

    Issuer(Addresses addresses) {
        this.name = addresses.origin(AppName.FEDERATION);
    }

    /// The `iss` of every token, and the origin of every address.
    String name() {
        return name;
    }

    String at(String path) {
        return name + path;
    }
}
