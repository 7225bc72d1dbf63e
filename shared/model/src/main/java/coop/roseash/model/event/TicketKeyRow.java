package coop.roseash.model.event;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A key pair that signs ticket codes.
@Entity
@Table(name = "ticket_keys")
public class TicketKeyRow {
    @Id
    @Column(name = "id", nullable = false)
    public int id;
    @Column(name = "public_key", nullable = false)
    public byte[] publicKey;
    @Column(name = "private_key", nullable = false)
    public byte[] privateKey;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
