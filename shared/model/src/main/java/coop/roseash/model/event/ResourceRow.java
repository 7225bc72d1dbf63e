package coop.roseash.model.event;

import java.time.LocalTime;
import java.time.ZoneId;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Resource;

/// A room, stall or tool that can be booked.
@Entity
@Table(name = "resources")
public class ResourceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "slug", nullable = false)
    public String slug;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "description", nullable = false)
    public String description;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    public Resource.Kind kind;
    @Column(name = "place_id")
    public @Nullable Long placeId;
    @Column(name = "zone", nullable = false)
    public ZoneId zone;
    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    @Column(name = "opens", nullable = false)
    public LocalTime opens;
    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    @Column(name = "closes", nullable = false)
    public LocalTime closes;
    @Column(name = "slot_minutes", nullable = false)
    public int slotMinutes;
}
