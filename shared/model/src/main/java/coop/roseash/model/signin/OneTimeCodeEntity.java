package coop.roseash.model.signin;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// The secret a member's authenticator app makes codes from, encrypted.
@Entity
@Table(name = "one_time_code_secrets")
public class OneTimeCodeEntity {
    @Id
    @Column(name = "member_id")
    public Long memberId;
    @Column(name = "secret", nullable = false)
    public byte[] secret;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
    @Column(name = "confirmed_at")
    public @Nullable Instant confirmedAt;
    @Column(name = "last_step", nullable = false)
    public long lastStep;
}
