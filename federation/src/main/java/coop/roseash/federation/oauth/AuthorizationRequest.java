package coop.roseash.federation.oauth;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;
import coop.roseash.federation.form.Parameters;

/// What a client asks of the authorization endpoint, once it is known to be asked well.
///
/// @param signedInAfter set by ourselves when a fresh sign-in is demanded (in milliseconds since 1970): it replaces
///        what the client said about its freshness, so that the visitor signs in once
/// @param hint an ID token that tells who is meant
/// @param given the parameters as they came
record AuthorizationRequest(Client client, List<String> scopes, String challenge, @Nullable String nonce,
        Set<String> prompt, OptionalLong maxAge, OptionalLong signedInAfter, @Nullable String hint,
        Parameters given) {
    static final String SIGNED_IN_AFTER = "signed_in_after";
    private static final int LONGEST_NONCE = 512;
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SCOPE = Pattern.compile("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]*");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    /// What is wrong with a request, in the words of RFC 6749 section 4.1.2.1.
    record Refusal(String error, String description) {}

    /// The first thing wrong with the request of a known client to a registered address.
    static Optional<Refusal> refusal(Parameters given, Client client) {
        if (given.anyRepeated()) {
            return refuse("invalid_request", "A parameter is given more than once");
        }
        for (String unsupported : List.of("request", "request_uri", "registration")) {
            if (given.has(unsupported)) {
                return refuse(unsupported + "_not_supported", unsupported + " is not supported");
            }
        }
        if (!given.has("response_type")) {
            return refuse("invalid_request", "response_type is missing");
        }
        if (!given.text("response_type").equals(Optional.of("code"))) {
            return refuse("unsupported_response_type", "Only the response type code is supported");
        }
        if (given.has("response_mode") && !given.text("response_mode").equals(Optional.of("query"))) {
            return refuse("invalid_request", "Only the response mode query is supported");
        }
        return refusalOfProof(given).or(() -> refusalOfSignIn(given)).or(() -> refusalOfScope(given, client));
    }

    private static Optional<Refusal> refusalOfProof(Parameters given) {
        if (!given.text("code_challenge_method").equals(Optional.of("S256"))) {
            return refuse("invalid_request", "code_challenge_method must be S256");
        }
        if (given.text("code_challenge").filter(value -> CHALLENGE.matcher(value).matches()).isEmpty()) {
            return refuse("invalid_request", "code_challenge must be the base64url of a SHA-256 hash");
        }
        if (given.text("nonce").filter(value -> value.length() > LONGEST_NONCE).isPresent()) {
            return refuse("invalid_request", "nonce is too long");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusalOfScope(Parameters given, Client client) {
        boolean wellFormed = SCOPE.matcher(given.text("scope").orElse("")).matches();
        return !wellFormed || scopes(given, client).isEmpty()
                ? refuse("invalid_scope", "scope must name at least one of " + String.join(", ", client.scopes()))
                : Optional.empty();
    }

    private static Optional<Refusal> refusalOfSignIn(Parameters given) {
        Set<String> prompt = prompts(given);
        if (prompt.contains("none") && prompt.size() > 1) {
            return refuse("invalid_request", "prompt none stands alone");
        }
        if (given.has("max_age") && given.text("max_age").filter(value -> SECONDS.matcher(value).matches()).isEmpty()) {
            return refuse("invalid_request", "max_age must be a number of seconds");
        }
        return Optional.empty();
    }

    /// Call only where there is no [#refusal].
    static AuthorizationRequest of(Parameters given, Client client) {
        return new AuthorizationRequest(client, scopes(given, client), given.text("code_challenge").orElseThrow(),
                given.text("nonce").orElse(null), prompts(given), number(given, "max_age", SECONDS),
                number(given, SIGNED_IN_AFTER, MILLISECONDS), given.text("id_token_hint").orElse(null), given);
    }

    boolean isSilent() {
        return prompt.contains("none");
    }

    /// Whether a sign-in at that moment is fresh enough.
    boolean accepts(Instant authenticatedAt, Instant now) {
        if (signedInAfter.isPresent()) {
            return authenticatedAt.toEpochMilli() >= signedInAfter.getAsLong();
        }
        if (prompt.contains("login") || prompt.contains("select_account")) {
            return false;
        }
        long age = now.getEpochSecond() - authenticatedAt.getEpochSecond();
        return maxAge.isEmpty() || maxAge.getAsLong() > 0 && age <= maxAge.getAsLong();
    }

    /// The same request to come back to after a sign-in, once at that moment or later.
    String afterSignIn(Instant moment) {
        String query = given.without(List.of("prompt", "max_age", SIGNED_IN_AFTER));
        String consent = prompt.contains("consent") ? "&prompt=consent" : "";
        return query + consent + "&" + SIGNED_IN_AFTER + "=" + moment.toEpochMilli();
    }

    /// The whole request, to come back to after the visitor was asked.
    String query() {
        return given.without(List.of());
    }

    private static OptionalLong number(Parameters given, String name, Pattern form) {
        return given.text(name)
            .filter(value -> form.matcher(value).matches())
            .map(value -> OptionalLong.of(Long.parseLong(value)))
            .orElse(OptionalLong.empty());
    }

    /// What the client asks for and may have; anything else is left out (RFC 6749 section 3.3).
    private static List<String> scopes(Parameters given, Client client) {
        return Arrays.stream(given.text("scope").orElse("").split(" "))
            .filter(scope -> Issuer.SCOPES.contains(scope) && client.scopes().contains(scope))
            .distinct()
            .toList();
    }

    private static Set<String> prompts(Parameters given) {
        return given.text("prompt")
            .map(value -> Set.copyOf(Arrays.asList(value.split(" ")).stream().distinct().toList()))
            .orElse(Set.of());
    }

    private static Optional<Refusal> refuse(String error, String description) {
        return Optional.of(new Refusal(error, description));
    }
}
