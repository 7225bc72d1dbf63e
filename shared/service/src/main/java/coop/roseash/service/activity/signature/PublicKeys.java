package coop.roseash.service.activity.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Public keys as documents carry them: PEM, and Multibase for Ed25519 (FEP-521a).
public final class PublicKeys {
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 8192;
    private static final int ED25519_BYTES = 32;
    private static final byte[] ED25519_MULTICODEC = {(byte) 0xed, 0x01};
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private PublicKeys() {}

    /// Empty when it is no key we would trust: broken, an unknown kind, or an RSA key that is too short or too long.
    public static Optional<PublicKey> fromPem(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            return decode(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Reads a SubjectPublicKeyInfo (X.509).
    public static Optional<PublicKey> decode(byte[] encoded) {
        for (String algorithm : new String[]{"RSA", "Ed25519"}) {
            try {
                PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
                return isLongEnough(key) ? Optional.of(key) : Optional.empty();
            } catch (GeneralSecurityException another) {
                // Not of this kind; the next may fit.
            }
        }
        return Optional.empty();
    }

    public static String toPem(PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    /// The Multikey form of an Ed25519 key: base58btc of the multicodec prefix and the raw key.
    public static String toMultibase(PublicKey ed25519) {
        byte[] encoded = ed25519.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        byte[] prefixed = Arrays.copyOf(ED25519_MULTICODEC, ED25519_MULTICODEC.length + raw.length);
        System.arraycopy(raw, 0, prefixed, ED25519_MULTICODEC.length, raw.length);
        return "z" + base58(prefixed);
    }

    private static String base58(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        BigInteger value = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(BASE58.length());
        while (value.signum() > 0) {
            BigInteger[] parts = value.divideAndRemainder(base);
            digits.append(BASE58.charAt(parts[1].intValue()));
            value = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(BASE58.charAt(0));
        }
        return digits.reverse().toString();
    }

    private static boolean isLongEnough(PublicKey key) {
        return !(key instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() >= SHORTEST_RSA && rsa.getModulus().bitLength() <= LONGEST_RSA;
    }
}
