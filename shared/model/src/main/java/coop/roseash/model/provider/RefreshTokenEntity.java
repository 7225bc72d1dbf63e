package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// A refresh token, by its hash; it counts once.
@Entity
@Table(name = "oauth_refresh_tokens")
public class RefreshTokenEntity {
    @Id
    @Column(name = "token_hash")
    public String tokenHash;
    @Column(name = "grant_id", nullable = false)
    public long grantId;
    @Column(name = "issued_at", nullable = false)
    public Instant issuedAt;
    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;
    /// When the whole family ends, however often it was renewed.
    @Column(name = "ends_at", nullable = false)
    public Instant endsAt;
    @Column(name = "used_at")
    public @Nullable Instant usedAt;
}
