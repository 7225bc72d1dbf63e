package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.event.TicketKeyRow;

/// Signs and verifies what a ticket's QR code holds: `RA1.<ticket>.<key>.<Ed25519 signature>` (RFC 8032).
@ApplicationScoped
class TicketCodes implements PanacheRepositoryBase<TicketKeyRow, Integer> {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern CODE = Pattern.compile("RA1\\.(\\d{1,18})\\.(\\d{1,9})\\.([A-Za-z0-9_-]{86})");

    private final Clock clock;
    private final Map<Integer, PublicKey> verifying = new ConcurrentHashMap<>();

    TicketCodes(Clock clock) {
        this.clock = clock;
    }

    String sign(long ticketId) {
        TicketKeyRow key = newestKey();
        String text = "RA1." + ticketId + "." + key.id;
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(key.privateKey)));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign tickets", e);
        }
    }

    /// The ticket's id; empty unless one of our keys signed the code.
    OptionalLong verify(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        PublicKey key = publicKey(Integer.parseInt(parts.group(2)));
        return key != null && isSigned(code.substring(0, parts.start(3) - 1), parts.group(3), key)
                ? OptionalLong.of(Long.parseLong(parts.group(1)))
                : OptionalLong.empty();
    }

    private static boolean isSigned(String text, String signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable PublicKey publicKey(int id) {
        PublicKey known = verifying.get(id);
        if (known != null) {
            return known;
        }
        TicketKeyRow row = findById(id);
        if (row == null) {
            return null;
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(row.publicKey));
            verifying.put(id, key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ticket key " + id + " is damaged", e);
        }
    }

    private TicketKeyRow newestKey() {
        return find("order by id desc").firstResultOptional().orElseGet(this::makeFirstKey);
    }

    /// Two processes may come here at once; the one that is late takes the other's key.
    private TicketKeyRow makeFirstKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            getEntityManager().createNativeQuery("""
                    INSERT INTO ticket_keys (id, public_key, private_key, created_at)
                    VALUES (1, :public, :private, :now) ON CONFLICT (id) DO NOTHING""")
                .setParameter("public", pair.getPublic().getEncoded())
                .setParameter("private", pair.getPrivate().getEncoded())
                .setParameter("now", clock.instant())
                .executeUpdate();
            return findById(1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key for tickets", e);
        }
    }
}
