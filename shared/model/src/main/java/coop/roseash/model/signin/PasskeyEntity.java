package coop.roseash.model.signin;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// The public half of a member's passkey.
@Entity
@Table(name = "passkeys")
public class PasskeyEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "member_id", nullable = false, updatable = false)
    public long memberId;
    @Column(name = "credential_id", nullable = false, updatable = false)
    public byte[] credentialId;
    @Column(name = "credential", nullable = false, updatable = false)
    public byte[] credential;
    @Column(name = "sign_count", nullable = false)
    public long signCount;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;
    @Column(name = "used_at")
    public @Nullable Instant usedAt;
}
