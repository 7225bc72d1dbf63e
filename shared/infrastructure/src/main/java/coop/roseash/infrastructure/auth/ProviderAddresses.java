package coop.roseash.infrastructure.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.session.Session;

/// Where federation is, for browsers and for this app.
@ApplicationScoped
class ProviderAddresses {
    private final String issuer;
    private final String inside;
    private final String home;
    private final String client;

    ProviderAddresses(@ConfigProperty(name = "fed.public") String issuer,
            @ConfigProperty(name = "fed.internal") String inside, Addresses addresses) {
        this.issuer = issuer;
        this.inside = inside;
        this.home = addresses.origin(addresses.self()) + "/";
        this.client = addresses.self().id();
    }

    String issuer() {
        return issuer;
    }

    String client() {
        return client;
    }

    String keys() {
        return inside + "/oauth/jwks";
    }

    /// Where a browser goes to be signed out everywhere, and to come back to this app's home page.
    String signOut(Session session) {
        return issuer + "/oauth/logout?client_id=" + client + "&id_token_hint=" + encoded(session.idToken())
                + "&post_logout_redirect_uri=" + encoded(home);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
