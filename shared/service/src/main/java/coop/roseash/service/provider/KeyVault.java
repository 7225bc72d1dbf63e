package coop.roseash.service.provider;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/// Makes key pairs, and locks their private halves and other secrets for the database (AES-256-GCM, bound to a name).
@ApplicationScoped
public class KeyVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int RSA_BITS = 2048;
    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKeyConfig config;

    KeyVault(SigningKeyConfig config) {
        this.config = config;
    }

    KeyPair newPair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family(algorithm));
            if (algorithm.equals("ES256")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be made", e);
        }
    }

    byte[] lock(String kid, PrivateKey key) {
        return lock(kid, key.getEncoded());
    }

    /// Encrypts anything that only federation may read.
    ///
    /// @param name binds the result to what it is for; the same must be given to [#unlock(String, byte[])]
    public byte[] lock(String name, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, name, nonce, secret);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
        System.arraycopy(locked, 0, all, NONCE_BYTES, locked.length);
        return all;
    }

    PrivateKey unlock(String kid, String algorithm, byte[] locked) {
        byte[] encoded = unlock(kid, locked);
        try {
            return KeyFactory.getInstance(family(algorithm)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key " + kid + " cannot be read", e);
        }
    }

    public byte[] unlock(String name, byte[] locked) {
        return crypt(Cipher.DECRYPT_MODE, name, Arrays.copyOf(locked, NONCE_BYTES),
                Arrays.copyOfRange(locked, NONCE_BYTES, locked.length));
    }

    static PublicKey publicKey(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(family(algorithm)).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A public key cannot be read", e);
        }
    }

    private byte[] crypt(int mode, String kid, byte[] nonce, byte[] data) {
        String secret = config.secret()
            .filter(given -> given.length() >= SECRET_LENGTH)
            .orElseThrow(() -> new IllegalStateException("signing-key.secret (SIGNING_KEY_SECRET) must be set: a secret"
                    + " of at least " + SECRET_LENGTH + " characters that encrypts federation's private keys"));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(Hash.bytes(secret), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(kid.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret " + kid
                    + " cannot be unlocked: signing-key.secret is not the one it was locked with", e);
        }
    }

    private static String family(String algorithm) {
        return algorithm.equals("ES256") ? "EC" : "RSA";
    }
}
