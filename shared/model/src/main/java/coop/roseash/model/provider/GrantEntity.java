package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// What one client was allowed by one sign-in: a code, and the tokens it was changed into.
@Entity
@Table(name = "oauth_grants")
public class GrantEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "code_hash", nullable = false)
    public String codeHash;
    @Column(name = "client_id", nullable = false)
    public String clientId;
    @Column(name = "member_id", nullable = false)
    public long memberId;
    @Column(name = "sid", nullable = false)
    public String sid;
    @Column(name = "redirect_uri", nullable = false)
    public String redirectUri;
    @Column(name = "challenge", nullable = false)
    public String challenge;
    @Column(name = "nonce")
    public @Nullable String nonce;
    @Column(name = "scope", nullable = false)
    public String scope;
    @Column(name = "auth_time", nullable = false)
    public Instant authTime;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;
    @Column(name = "used_at")
    public @Nullable Instant usedAt;
    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;
}
