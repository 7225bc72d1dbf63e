package coop.roseash.service.stock;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.stock.Stock;
import coop.roseash.model.stock.StockMovement;
import coop.roseash.model.stock.StockMovement.Kind;

/// The journal of every change to the counts.
@ApplicationScoped
class StockMovements implements PanacheRepository<StockMovement> {
    void write(long stockItemId, Kind kind, Stock.Cause cause, Change change, Instant now) {
        StockMovement movement = new StockMovement();
        movement.stockItemId = stockItemId;
        movement.kind = kind;
        movement.causeType = cause.type();
        movement.causeId = cause.id();
        movement.onHandChange = change.onHand();
        movement.reservedChange = change.reserved();
        movement.happenedAt = now;
        persist(movement);
    }

    boolean isCounted(long stockItemId, Stock.Cause cause) {
        return count("stockItemId = ?1 and kind = ?2 and causeType = ?3 and causeId = ?4", stockItemId, Kind.COUNT,
                cause.type(), cause.id()) > 0;
    }

    record Change(int onHand, int reserved) {}
}
