package coop.roseash.model.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A place where entries happen.
@Entity
@Table(name = "places")
public class PlaceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "address", nullable = false)
    public String address;
}
