package coop.roseash.model.event;

import java.time.Instant;
import java.time.ZoneId;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import coop.roseash.contract.event.Calendar;

/// A calendar.
@Entity
@Table(name = "calendars")
public class CalendarRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "zone", nullable = false)
    public ZoneId zone;
    @Enumerated(EnumType.STRING)
    @Column(name = "colour", nullable = false)
    public Calendar.Colour colour;
    @Enumerated(EnumType.STRING)
    @Column(name = "visibility", nullable = false)
    public Calendar.Visibility visibility;
    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;
}
