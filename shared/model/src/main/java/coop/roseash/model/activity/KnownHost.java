package coop.roseash.model.activity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Another server: our policy towards it, and how well deliveries to it go.
@Entity
@Table(name = "ap_host")
public class KnownHost {
    @Id
    @Column(name = "host", nullable = false)
    public String host;
    @Enumerated(EnumType.STRING)
    @Column(name = "policy", nullable = false)
    public Policy policy;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "failures", nullable = false)
    public int failures;
    @Column(name = "ready_at", nullable = false)
    public Instant readyAt;
    @Column(name = "leased_until")
    public Instant leasedUntil;
    @Enumerated(EnumType.STRING)
    @Column(name = "signature_scheme", nullable = false)
    public SignatureScheme signatureScheme;
    @Column(name = "last_success_at")
    public Instant lastSuccessAt;
    @Column(name = "last_failure_at")
    public Instant lastFailureAt;
    @Column(name = "last_error")
    public String lastError;

    public enum Policy {
        OPEN, BLOCKED
    }

    public enum State {
        ALIVE, WAITING, DEAD
    }

    public enum SignatureScheme {
        CAVAGE, RFC9421
    }
}
