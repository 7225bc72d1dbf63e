package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A key pair of this site; its private half is sealed.
@Entity
@Table(name = "ap_keypair")
public class LocalKeyPair {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "algorithm", nullable = false)
    public Algorithm algorithm;
    @Column(name = "public_key", nullable = false)
    public byte[] publicKey;
    @Column(name = "sealed_private", nullable = false)
    public byte[] sealedPrivate;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "retired_at")
    public Instant retiredAt;

    public enum Algorithm {
        RSA, ED25519
    }
}
