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

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.WaitingLists;

/// Someone who waits for a place on a date.
@Entity
@Table(name = "waiting_places")
public class WaitingRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "allotment_id", nullable = false)
    public long allotmentId;
    @Column(name = "token", nullable = false)
    public String token;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "email", nullable = false)
    public String email;
    @Column(name = "member_id")
    public @Nullable Long memberId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public WaitingLists.Place.State state;
    @Column(name = "reservation_id")
    public Long reservationId;
    @Column(name = "offer_until")
    public Instant offerUntil;
    @Column(name = "joined_at", nullable = false)
    public Instant joinedAt;
}
