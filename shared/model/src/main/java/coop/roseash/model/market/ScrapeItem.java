package coop.roseash.model.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/// What a run found on one page, and how it differs from the market.
@Entity
@Table(name = "scrape_items")
public class ScrapeItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "run_id", nullable = false)
    public long runId;
    @Column(name = "page", nullable = false)
    public String page;
    @Column(name = "supplier_code", nullable = false)
    public String supplierCode;
    @Column(name = "name", nullable = false)
    public String name;
    @Column(name = "change", nullable = false)
    public String change;
    @Column(name = "variant_id")
    public @Nullable Long variantId;
    @Column(name = "item")
    public @Nullable String item;
    @Column(name = "differences", nullable = false)
    public String differences;
    @Column(name = "before")
    public @Nullable String before;
    @Column(name = "problem", nullable = false)
    public String problem;
}
