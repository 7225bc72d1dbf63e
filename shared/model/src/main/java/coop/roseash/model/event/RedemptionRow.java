package coop.roseash.model.event;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// That a ticket let its holder in.
@Entity
@Table(name = "ticket_redemptions")
public class RedemptionRow {
    @Id
    @Column(name = "ticket_id", nullable = false)
    public long ticketId;
    @Column(name = "nonce", nullable = false)
    public String nonce;
    @Column(name = "redeemed_at", nullable = false)
    public Instant redeemedAt;
    @Column(name = "gate", nullable = false)
    public String gate;
    @Column(name = "steward_id", nullable = false)
    public long stewardId;
}
