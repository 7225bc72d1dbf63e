package coop.roseash.model.signin;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Somebody asked by mail to become a member.
@Entity
@Table(name = "invitations")
public class InvitationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "token_hash", nullable = false)
    public String tokenHash;
    @Column(name = "email", nullable = false)
    public String email;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "roles", nullable = false, columnDefinition = "text[]")
    public List<String> roles;
    @Column(name = "invited_by")
    public @Nullable Long invitedBy;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "sent_at", nullable = false)
    public Instant sentAt;
    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;
    @Column(name = "accepted_at")
    public @Nullable Instant acceptedAt;
    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;
}
