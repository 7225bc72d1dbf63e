package coop.roseash.model.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One size of a product: what is priced, counted and bought.
@Entity
@Table(name = "product_variants")
public class ProductVariant {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    public Long id;
    @Column(name = "product_id", nullable = false)
    public long productId;
    @Column(name = "supplier_id", nullable = false)
    public long supplierId;
    @Column(name = "sku", nullable = false)
    public String sku;
    @Column(name = "supplier_code", nullable = false)
    public String supplierCode;
    @Column(name = "supplier_page", nullable = false)
    public String supplierPage;
    @Column(name = "gtin")
    public @Nullable String gtin;
    @Column(name = "size", nullable = false)
    public String size;
    @Column(name = "unit", nullable = false)
    public String unit;
    @Column(name = "amount", nullable = false)
    public int amount;
    @Column(name = "price_minor", nullable = false)
    public long priceMinor;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "currency", nullable = false)
    public String currency;
    @Column(name = "vat_class", nullable = false)
    public String vatClass;
    @Column(name = "position", nullable = false)
    public int position;
}
