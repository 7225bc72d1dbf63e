package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// What one client was allowed by one sign-in, once it used its code.
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
    @Column(name = "scope", nullable = false)
    public String scope;
    @Column(name = "auth_time", nullable = false)
    public Instant authTime;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;
}
