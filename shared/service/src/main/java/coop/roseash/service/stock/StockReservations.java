package coop.roseash.service.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.stock.Stock;
import coop.roseash.model.stock.StockReservation;
import coop.roseash.model.stock.StockReservation.State;
import coop.roseash.model.stock.StockReservationLine;

/// Who holds stock; a reservation's state changes before the counts do, so that it happens once.
@ApplicationScoped
class StockReservations implements PanacheRepository<StockReservation> {
    record Line(long stockItemId, int quantity) {}

    record CauseRow(String causeType, String causeId) {
        Stock.Cause cause() {
            return new Stock.Cause(causeType, causeId);
        }
    }

    private record Id(long id) {}

    /// Waits for a concurrent reservation of the same cause; false when there is one already.
    boolean open(Stock.Cause cause, Instant now) {
        return getEntityManager().createNativeQuery("""
                INSERT INTO stock_reservations (cause_type, cause_id, state, created_at, changed_at)
                VALUES (:type, :id, 'HELD', :now, :now) ON CONFLICT (cause_type, cause_id) DO NOTHING""")
            .setParameter("type", cause.type())
            .setParameter("id", cause.id())
            .setParameter("now", now)
            .executeUpdate() == 1;
    }

    long idOf(Stock.Cause cause) {
        return find("causeType = ?1 and causeId = ?2", cause.type(), cause.id()).project(Id.class).singleResult().id();
    }

    /// Takes back a reservation that could not be held, as if it had never been asked for.
    void forget(long id) {
        delete("id = ?1", id);
    }

    void addLine(long reservationId, long stockItemId, int quantity) {
        StockReservationLine line = new StockReservationLine();
        line.reservationId = reservationId;
        line.stockItemId = stockItemId;
        line.quantity = quantity;
        getEntityManager().persist(line);
    }

    boolean move(long id, State to, Instant now) {
        return update("state = ?1, changedAt = ?2 where id = ?3 and state = ?4", to, now, id, State.HELD) == 1;
    }

    Optional<CauseRow> causeOf(long id) {
        return find("id = ?1", id).project(CauseRow.class).firstResultOptional();
    }

    /// In the order of the items' ids.
    List<Line> lines(long id) {
        return getEntityManager()
            .createQuery("select stockItemId, quantity from StockReservationLine where reservationId = :id"
                    + " order by stockItemId", Line.class)
            .setParameter("id", id)
            .getResultList();
    }
}
