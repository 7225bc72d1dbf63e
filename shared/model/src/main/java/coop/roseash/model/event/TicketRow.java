package coop.roseash.model.event;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import coop.roseash.contract.event.Ticket;

/// An issued ticket.
@Entity
@Table(name = "tickets")
public class TicketRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "allotment_id", nullable = false)
    public long allotmentId;
    @Column(name = "reference", nullable = false)
    public String reference;
    @Column(name = "code", nullable = false)
    public String code;
    @Column(name = "order_id")
    public Long orderId;
    @Column(name = "line_id")
    public Long lineId;
    @Column(name = "number", nullable = false)
    public int number;
    @Column(name = "member_id")
    public Long memberId;
    @Column(name = "holder_name", nullable = false)
    public String holderName;
    @Column(name = "holder_email", nullable = false)
    public String holderEmail;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public Ticket.State state;
    @Column(name = "issued_at", nullable = false)
    public Instant issuedAt;
    @Column(name = "cancelled_at")
    public Instant cancelledAt;
}
