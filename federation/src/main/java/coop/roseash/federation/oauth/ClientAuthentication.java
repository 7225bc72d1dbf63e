package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.form.Parameters.MalformedParameters;

/// Which client sends a request to a machine endpoint: client_secret_basic or client_secret_post, never both
/// (RFC 6749 section 2.3); a client that keeps no secret gives its id alone.
@ApplicationScoped
class ClientAuthentication {
    private static final String BASIC = "basic ";
    private final Clients clients;

    ClientAuthentication(Clients clients) {
        this.clients = clients;
    }

    /// The form's parameters, each given once.
    ///
    /// @throws OauthError where they are not
    static Parameters parameters(@Nullable String body) {
        try {
            Parameters given = Parameters.parse(body);
            if (given.anyRepeated()) {
                throw OauthError.badRequest("invalid_request", "A parameter is given more than once");
            }
            return given;
        } catch (MalformedParameters e) {
            throw OauthError.badRequest("invalid_request", "The form is not well encoded");
        }
    }

    /// @throws OauthError 401 unless the client proves who it is, as far as it can
    Client require(@Nullable String authorization, Parameters given) {
        if (authorization == null && !given.has("client_secret")) {
            return given.text("client_id")
                .flatMap(clients::byId)
                .filter(client -> !client.keepsSecret())
                .orElseThrow(OauthError::unknownClient);
        }
        return requireSecret(authorization, given);
    }

    /// @throws OauthError 401 unless the client proves who it is by its secret
    Client requireSecret(@Nullable String authorization, Parameters given) {
        if (authorization == null) {
            String id = given.text("client_id").orElseThrow(OauthError::unknownClient);
            String secret = given.text("client_secret").orElseThrow(OauthError::unknownClient);
            return clients.authenticate(id, secret).orElseThrow(OauthError::unknownClient);
        }
        if (given.has("client_secret")) {
            throw OauthError.badRequest("invalid_request", "The client authenticates in two ways at once");
        }
        Credentials credentials = basic(authorization);
        if (given.has("client_id") && !given.text("client_id").orElse("").equals(credentials.id())) {
            throw OauthError.badRequest("invalid_request", "Two different clients are named");
        }
        return clients.authenticate(credentials.id(), credentials.secret()).orElseThrow(OauthError::unknownClient);
    }

    private record Credentials(String id, String secret) {}

    /// Id and secret are form-encoded inside (section 2.3.1).
    private static Credentials basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw OauthError.unknownClient();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length != 2) {
                throw OauthError.unknownClient();
            }
            Parameters both = Parameters.parse("id=" + parts[0] + "&secret=" + parts[1]);
            return new Credentials(both.text("id").orElse(""), both.text("secret").orElse(""));
        } catch (IllegalArgumentException | MalformedParameters e) {
            throw OauthError.unknownClient();
        }
    }
}
