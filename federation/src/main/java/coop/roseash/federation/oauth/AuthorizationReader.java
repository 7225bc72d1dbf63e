package coop.roseash.federation.oauth;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.form.Parameters.MalformedParameters;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;

/// Reads a request to the authorization endpoint. Until client and address are known to belong together, nothing may
/// be sent anywhere.
@ApplicationScoped
class AuthorizationReader {
    private static final int LONGEST_QUERY = 3500;
    private final Clients clients;

    AuthorizationReader(Clients clients) {
        this.clients = clients;
    }

    sealed interface Reading {
        /// Nobody can be told but the visitor.
        record Unfit(String reason) implements Reading {}

        /// The client hears what is wrong.
        record Wrong(Answer answer, Refusal refusal) implements Reading {}

        record Fit(AuthorizationRequest request, Answer answer) implements Reading {}
    }

    /// Where the answer goes, and the client's own mark on it, one char for each byte.
    record Answer(Client client, String redirectUri, Optional<String> state) {}

    Reading read(@Nullable String encoded) {
        if (encoded != null && encoded.length() > LONGEST_QUERY) {
            return new Reading.Unfit("The request is too long.");
        }
        try {
            return read(Parameters.parse(encoded));
        } catch (MalformedParameters e) {
            return new Reading.Unfit("The request is not well encoded.");
        }
    }

    private Reading read(Parameters given) {
        Optional<Client> client = given.isRepeated("client_id")
                ? Optional.empty()
                : given.text("client_id").flatMap(clients::byId);
        if (client.isEmpty()) {
            return new Reading.Unfit("The application that sent you here is not known.");
        }
        Optional<String> redirect = given.isRepeated("redirect_uri")
                ? Optional.empty()
                : given.text("redirect_uri").filter(client.get().addresses().redirect()::contains);
        if (redirect.isEmpty()) {
            return new Reading.Unfit("The application wants its answer at an address that is not registered for it.");
        }
        Answer answer = new Answer(client.get(), redirect.get(),
                given.bytes("state").filter(any -> !given.isRepeated("state")));
        return AuthorizationRequest.refusal(given, client.get())
            .<Reading>map(why -> new Reading.Wrong(answer, why))
            .orElseGet(() -> new Reading.Fit(AuthorizationRequest.of(given, client.get()), answer));
    }
}
