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

/// A resource taken for a time by a member or by an entry's instance.
@Entity
@Table(name = "bookings")
public class BookingRow {
    public enum State {
        BOOKED, CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "resource_id", nullable = false)
    public long resourceId;
    @Column(name = "member_id")
    public Long memberId;
    @Column(name = "instance_id")
    public Long instanceId;
    @Column(name = "purpose", nullable = false)
    public String purpose;
    @Column(name = "starts_at", nullable = false)
    public Instant startsAt;
    @Column(name = "ends_at", nullable = false)
    public Instant endsAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    public State state;
    @Column(name = "created_at", nullable = false)
    public Instant createdAt;
}
