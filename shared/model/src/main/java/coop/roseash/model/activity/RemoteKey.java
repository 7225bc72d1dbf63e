package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A public key that another server signs with.
@Entity
@Table(name = "ap_remote_key")
public class RemoteKey {
    @Id
    @Column(name = "key_id", nullable = false)
    public String keyId;
    @Column(name = "owner_uri", nullable = false)
    public String ownerUri;
    @Column(name = "public_key", nullable = false)
    public byte[] publicKey;
    @Column(name = "algorithm", nullable = false)
    public String algorithm;
    @Column(name = "fetched_at", nullable = false)
    public Instant fetchedAt;
    @Column(name = "verified_at")
    public Instant verifiedAt;
}
