package coop.roseash.service.activity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Envelope encryption of private keys: a key of its own for each, itself sealed with one from the settings' secret.
///
/// Form: version 1, then the sealed data key (12 bytes nonce, 32 + 16 bytes), then the sealed content (12 bytes nonce,
/// content + 16 bytes); AES-256-GCM throughout, so that a changed byte or another secret is noticed.
final class KeySeal {
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_KEY_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BITS / 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey master;

    KeySeal(String secret) {
        try {
            this.master = KDF.getInstance("HKDF-SHA256")
                .deriveKey("AES",
                        HKDFParameterSpec.ofExtract()
                            .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                            .thenExpand("rose-ash activitypub keys".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has HKDF", e);
        }
    }

    byte[] seal(byte[] content) {
        byte[] dataKey = new byte[KEY_BYTES];
        random.nextBytes(dataKey);
        byte[] sealedKey = encrypt(master, dataKey);
        byte[] sealedContent = encrypt(new SecretKeySpec(dataKey, "AES"), content);
        return ByteBuffer.allocate(1 + sealedKey.length + sealedContent.length)
            .put(VERSION)
            .put(sealedKey)
            .put(sealedContent)
            .array();
    }

    /// @throws GeneralSecurityException when it was sealed with another secret, or changed
    byte[] open(byte[] sealed) throws GeneralSecurityException {
        if (sealed.length <= 1 + SEALED_KEY_BYTES || sealed[0] != VERSION) {
            throw new GeneralSecurityException("Not a sealed key");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] sealedKey = new byte[SEALED_KEY_BYTES];
        buffer.get(sealedKey);
        byte[] sealedContent = new byte[buffer.remaining()];
        buffer.get(sealedContent);
        return decrypt(new SecretKeySpec(decrypt(master, sealedKey), "AES"), sealedContent);
    }

    private byte[] encrypt(SecretKey key, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] encrypted = cipher.doFinal(plain);
            return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static byte[] decrypt(SecretKey key, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }
}
