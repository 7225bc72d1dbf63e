package coop.roseash.service.activity.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Signs and verifies requests by draft-cavage-http-signatures-12, with RSA (PKCS #1 v1.5, SHA-256) or Ed25519.
public final class CavageSignature {
    private CavageSignature() {}

    /// What a signature stands for.
    ///
    /// @param method in any case
    /// @param target path and query as sent
    /// @param header a header's value by lower-case name, several joined with `, `; null where absent
    public record Request(String method, String target, Function<String, @Nullable String> header) {}

    /// The value of the `Signature` header over these headers of the request.
    public static String sign(Request request, List<String> covered, String keyId, PrivateKey key) {
        SignatureHeader unsigned = new SignatureHeader(keyId, "", covered, new byte[0], null, null);
        String base = base(request, unsigned)
            .orElseThrow(() -> new IllegalArgumentException("Not all of " + covered + " are in the request"));
        String algorithm = algorithmOf(key.getAlgorithm());
        try {
            Signature signer = Signature.getInstance(javaName(algorithm));
            signer.initSign(key);
            signer.update(base.getBytes(StandardCharsets.UTF_8));
            return "keyId=\"" + keyId + "\",algorithm=\"" + algorithm + "\",headers=\"" + String.join(" ", covered)
                    + "\",signature=\"" + Base64.getEncoder().encodeToString(signer.sign()) + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with " + key.getAlgorithm(), e);
        }
    }

    /// Whether the key made this signature; the algorithm is the key's, never the sender's choice.
    public static boolean verify(Request request, SignatureHeader header, PublicKey key) {
        Optional<String> base = base(request, header);
        String algorithm = algorithmOf(key.getAlgorithm());
        if (base.isEmpty() || !accepts(header.algorithm(), algorithm)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(javaName(algorithm));
            verifier.initVerify(key);
            verifier.update(base.get().getBytes(StandardCharsets.UTF_8));
            return verifier.verify(header.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /// The signed text (section 2.3); empty when something covered is missing.
    static Optional<String> base(Request request, SignatureHeader signature) {
        StringBuilder base = new StringBuilder();
        for (String name : signature.covered()) {
            String value = switch (name) {
                case "(request-target)" -> request.method().toLowerCase(Locale.ROOT) + " " + request.target();
                case "(created)" -> number(signature.created());
                case "(expires)" -> number(signature.expires());
                default -> request.header().apply(name);
            };
            if (value == null) {
                return Optional.empty();
            }
            base.append(base.isEmpty() ? "" : "\n").append(name).append(": ").append(value.strip());
        }
        return Optional.of(base.toString());
    }

    private static @Nullable String number(@Nullable Long value) {
        return value == null ? null : value.toString();
    }

    /// `hs2019` leaves the algorithm to the key.
    private static boolean accepts(String sent, String ofKey) {
        return sent.isEmpty() || sent.equalsIgnoreCase("hs2019") || sent.equalsIgnoreCase(ofKey);
    }

    private static String algorithmOf(String keyAlgorithm) {
        return keyAlgorithm.equals("RSA") ? "rsa-sha256" : "ed25519";
    }

    private static String javaName(String algorithm) {
        return algorithm.equals("ed25519") ? "Ed25519" : "SHA256withRSA";
    }
}
