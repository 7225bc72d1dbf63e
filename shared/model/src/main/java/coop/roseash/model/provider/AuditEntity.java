package coop.roseash.model.provider;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// One line of who signed in, was refused or signed out.
@Entity
@Table(name = "audit_log")
public class AuditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "at", nullable = false)
    public Instant at;
    @Column(name = "kind", nullable = false)
    public String kind;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Column(name = "client_id")
    public @Nullable String clientId;
    @Column(name = "address", nullable = false)
    public String address;
    @Column(name = "detail", nullable = false)
    public String detail;
}
