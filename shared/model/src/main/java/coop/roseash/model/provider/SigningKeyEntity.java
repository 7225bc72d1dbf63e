package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A key that signs tokens, or did; its private half is encrypted.
@Entity
@Table(name = "signing_keys")
public class SigningKeyEntity {
    @Id
    public String kid;
    @Column(name = "algorithm", nullable = false)
    public String algorithm;
    @Column(name = "public_key", nullable = false)
    public byte[] publicKey;
    @Column(name = "private_key", nullable = false)
    public byte[] privateKey;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "signs_from", nullable = false)
    public Instant signsFrom;
}
