package coop.roseash.federation.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;

import coop.roseash.contract.member.Member;

/// What a page hands to the browser's `navigator.credentials`, with bytes in base64url (Web Authentication Level 3,
/// section 5.1.8).
final class PasskeyOptions {
    private static final String REQUIRED = "required";

    private PasskeyOptions() {}

    /// For a passkey that the browser finds by itself, without being told whose.
    static Map<String, Object> signIn(String domain, byte[] challenge, long milliseconds) {
        return Map.of("challenge", base64(challenge), "rpId", domain, "userVerification", REQUIRED, "timeout",
                milliseconds);
    }

    /// @param known credential ids of the member, so that one device does not register twice
    static Map<String, Object> add(Member member, RelyingParty site, byte[] challenge, List<byte[]> known) {
        return Map.of(
                "challenge", base64(challenge),
                "rp", Map.of("id", site.domain(), "name", site.name()),
                "user", Map.of(
                        "id", base64(member.subject().getBytes(StandardCharsets.UTF_8)),
                        "name", member.email(),
                        "displayName", member.displayName()),
                "pubKeyCredParams", Ceremonies.ALGORITHMS.stream().map(PasskeyOptions::parameters).toList(),
                "authenticatorSelection", Map.of(
                        "residentKey", REQUIRED, "requireResidentKey", true, "userVerification", REQUIRED),
                "attestation", "none",
                "timeout", site.milliseconds(),
                "excludeCredentials",
                known.stream().map(id -> Map.of("type", "public-key", "id", base64(id))).toList());
    }

    /// @param milliseconds how long the browser may take
    record RelyingParty(String domain, String name, long milliseconds) {}

    private static Map<String, Object> parameters(COSEAlgorithmIdentifier algorithm) {
        return Map.of("type", "public-key", "alg", algorithm.getValue());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
