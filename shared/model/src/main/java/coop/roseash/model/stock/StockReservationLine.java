package coop.roseash.model.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How many of one stock item a reservation holds.
@Entity
@Table(name = "stock_reservation_lines")
public class StockReservationLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @Column(name = "reservation_id", nullable = false)
    public long reservationId;
    @Column(name = "stock_item_id", nullable = false)
    public long stockItemId;
    @Column(name = "quantity", nullable = false)
    public int quantity;
}
