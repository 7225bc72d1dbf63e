package coop.roseash.model.member;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// What one member can prove themselves with; never the secret itself.
@Entity
@Table(name = "credentials")
public class CredentialEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "member_id", nullable = false, updatable = false)
    public long memberId;
    @Column(name = "kind", nullable = false, updatable = false)
    public String kind;
    @Column(name = "secret", nullable = false)
    public String secret;
    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
