package coop.roseash.model.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The places of one ticket type on one date; its id is the sellable's.
@Entity
@Table(name = "ticket_allotments")
public class AllotmentRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "ticket_type_id", nullable = false)
    public long ticketTypeId;
    @Column(name = "instance_id", nullable = false)
    public long instanceId;
    @Column(name = "quota", nullable = false)
    public int quota;
}
