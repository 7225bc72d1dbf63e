package coop.roseash.service.stock;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.stock.StockItem;

/// The counts; every change is one conditional UPDATE, so that two buyers cannot both have the last one.
@ApplicationScoped
class StockItems implements PanacheRepository<StockItem> {
    private static final String PRODUCT = Sellable.Kind.PRODUCT.name();
    private static final String TICKET = Sellable.Kind.TICKET.name();

    record Row(long id, String kind, long itemId, int onHand, int reserved) {
        Sellable item() {
            return new Sellable(Sellable.Kind.valueOf(kind), itemId);
        }
    }

    /// In id order, which is the order rows must be changed in.
    List<Row> of(Collection<Sellable> items) {
        List<Long> products = ids(items, PRODUCT);
        List<Long> tickets = ids(items, TICKET);
        return find("(kind = ?1 and itemId in ?2) or (kind = ?3 and itemId in ?4) order by id", PRODUCT, products,
                TICKET, tickets)
            .project(Row.class)
            .list();
    }

    /// Makes the row when it is missing; false when more than `onHand` are reserved.
    boolean setOnHand(Sellable item, int onHand) {
        return getEntityManager().createNativeQuery("""
                INSERT INTO stock_items AS s (kind, item_id, on_hand) VALUES (:kind, :item, :onHand)
                ON CONFLICT (kind, item_id) DO UPDATE SET on_hand = :onHand WHERE s.reserved <= :onHand""")
            .setParameter("kind", item.kind().name())
            .setParameter("item", item.id())
            .setParameter("onHand", onHand)
            .executeUpdate() == 1;
    }

    /// Keeps others from changing the count until the transaction ends.
    void lock(Sellable item) {
        getEntityManager()
            .createNativeQuery("SELECT id FROM stock_items WHERE kind = :kind AND item_id = :item FOR UPDATE")
            .setParameter("kind", item.kind().name())
            .setParameter("item", item.id())
            .getResultList();
    }

    boolean reserve(long id, int quantity) {
        return update("reserved = reserved + ?1 where id = ?2 and onHand - reserved >= ?1", quantity, id) == 1;
    }

    void release(long id, int quantity) {
        changeOne(update("reserved = reserved - ?1 where id = ?2", quantity, id), id);
    }

    void sell(long id, int quantity) {
        changeOne(update("reserved = reserved - ?1, onHand = onHand - ?1 where id = ?2", quantity, id), id);
    }

    private static void changeOne(int changed, long id) {
        if (changed != 1) {
            throw new IllegalStateException("Stock item " + id + " is gone");
        }
    }

    private static List<Long> ids(Collection<Sellable> items, String kind) {
        return items.stream().filter(item -> item.kind().name().equals(kind)).map(Sellable::id).toList();
    }
}
