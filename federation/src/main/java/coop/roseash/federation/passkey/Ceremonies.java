package coop.roseash.federation.passkey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.signin.Passkeys;
import coop.roseash.contract.signin.Passkeys.Credential;
import coop.roseash.contract.signin.Passkeys.Stored;

/// Checks what an authenticator answers (Web Authentication Level 3, sections 7.1 and 7.2): origin, challenge, user
/// verification, signature and counter. Who built the authenticator is not asked.
@ApplicationScoped
class Ceremonies {
    static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.ES256,
            COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final Logger LOG = Logger.getLogger(Ceremonies.class);
    private static final int LONGEST = 16 * 1024;

    private final Challenges challenges;
    private final Passkeys passkeys;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final String origin;

    Ceremonies(Challenges challenges, Passkeys passkeys, Addresses addresses) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.origin = addresses.origin(AppName.FEDERATION);
    }

    sealed interface SignIn {
        record Verified(Stored passkey) implements SignIn {}

        /// The counter went back: the key was copied, and this or another sign-in is the copy's.
        record Copied(Stored passkey) implements SignIn {}

        record Refused() implements SignIn {}
    }

    /// The domain that the keys belong to.
    String domain() {
        return URI.create(origin).getHost();
    }

    Optional<Credential> registered(RoutingContext request, String purpose, @Nullable String response) {
        try {
            RegistrationData data = parsed(manager::parseRegistrationResponseJSON, response);
            Optional<ServerProperty> server = server(data.getCollectedClientData(), request, purpose);
            if (server.isEmpty()) {
                return Optional.empty();
            }
            List<PublicKeyCredentialParameters> allowed = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
            manager.verify(data, new RegistrationParameters(server.get(), allowed, true, true));
            var made = present(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = present(made.getAttestedCredentialData());
            return Optional
                .of(new Credential(credential.getCredentialId(), credentials.convert(credential), made.getSignCount()));
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.infof("A new passkey was refused: %s", e.getMessage());
            return Optional.empty();
        }
    }

    SignIn signedIn(RoutingContext request, String purpose, @Nullable String response) {
        try {
            AuthenticationData data = parsed(manager::parseAuthenticationResponseJSON, response);
            Optional<ServerProperty> server = server(data.getCollectedClientData(), request, purpose);
            Optional<Stored> passkey = passkeys.find(id(data));
            if (server.isEmpty() || passkey.isEmpty()) {
                return new SignIn.Refused();
            }
            return verified(data, server.get(), passkey.get());
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.infof("A sign-in by passkey was refused: %s", e.getMessage());
            return new SignIn.Refused();
        }
    }

    private SignIn verified(AuthenticationData data, ServerProperty server, Stored passkey) {
        String subject = passkey.member().subject();
        if (!subject.equals(new String(present(data.getUserHandle()), StandardCharsets.UTF_8))) {
            return new SignIn.Refused();
        }
        try {
            manager.verify(data, new AuthenticationParameters(server, record(passkey.credential()), null, true, true));
        } catch (MaliciousCounterValueException e) {
            return new SignIn.Copied(passkey);
        }
        return passkeys.use(passkey.id(), present(data.getAuthenticatorData()).getSignCount())
                ? new SignIn.Verified(passkey)
                : new SignIn.Copied(passkey);
    }

    private Optional<ServerProperty> server(@Nullable CollectedClientData client, RoutingContext request,
            String purpose) {
        if (client == null || !challenges.use(client.getChallenge().getValue(), request, purpose)) {
            return Optional.empty();
        }
        return Optional.of(ServerProperty.builder()
            .origins(Set.of(new Origin(origin)))
            .rpId(domain())
            .challenge(new DefaultChallenge(client.getChallenge().getValue()))
            .build());
    }

    private CredentialRecordImpl record(Credential credential) {
        return new CredentialRecordImpl(new NoneAttestationStatement(), null, null, null, credential.signCount(),
                credentials.convert(credential.credential()), null, null, null, null);
    }

    /// The checker takes the library's mark on the array for one on its bytes.
    @SuppressWarnings("NullAway")
    private static byte[] id(AuthenticationData data) {
        return present(data.getCredentialId());
    }

    /// @throws IllegalArgumentException when the authenticator left out what it must say
    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("an incomplete answer of an authenticator");
        }
        return value;
    }

    /// @throws IllegalArgumentException when it is no answer of an authenticator
    private static <T> T parsed(Function<String, T> parser, @Nullable String response) {
        if (response == null || response.length() > LONGEST) {
            throw new IllegalArgumentException("no answer of an authenticator");
        }
        try {
            return parser.apply(response);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException("the library expects what this answer leaves out", e);
        }
    }
}
