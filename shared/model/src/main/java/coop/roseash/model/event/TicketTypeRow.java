package coop.roseash.model.event;

import java.time.Instant;
import java.util.Currency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.trade.VatClass;

/// A kind of ticket of an entry.
@Entity
@Table(name = "ticket_types")
public class TicketTypeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "entry_id", nullable = false)
    public long entryId;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "description", nullable = false)
    public String description;
    @Column(name = "price_minor", nullable = false)
    public long priceMinor;
    @Column(name = "currency", nullable = false)
    public Currency currency;
    @Enumerated(EnumType.STRING)
    @Column(name = "vat_class", nullable = false)
    public VatClass vat;
    @Column(name = "quota", nullable = false)
    public int quota;
    @Column(name = "sale_from")
    public @Nullable Instant saleFrom;
    @Column(name = "sale_until")
    public @Nullable Instant saleUntil;
    @Column(name = "position", nullable = false)
    public int position;
}
