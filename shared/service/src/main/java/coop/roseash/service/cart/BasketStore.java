package coop.roseash.service.cart;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.trade.Sellable;

/// The tables of the baskets. A basket's row is locked while its lines change.
@ApplicationScoped
@Transactional
class BasketStore {
    private final EntityManager database;

    record Row(String kind, long itemId, int quantity) {}

    BasketStore(EntityManager database) {
        this.database = database;
    }

    /// The key of the basket this visitor shares; mostly their own.
    String resolve(String visitorKey) {
        List<?> found = sql("SELECT target_key FROM basket_aliases WHERE visitor_key = :key", visitorKey)
            .getResultList();
        return found.isEmpty() ? visitorKey : (String) found.getFirst();
    }

    /// Makes the basket if need be, keeps others from changing it until the transaction ends, and answers its key.
    String lock(String visitorKey, Instant now) {
        String key = resolve(visitorKey);
        sql("""
                INSERT INTO baskets (visitor_key, touched_at) VALUES (:key, :now)
                ON CONFLICT (visitor_key) DO UPDATE SET touched_at = :now""", key).setParameter("now", now)
            .executeUpdate();
        // Another request may have joined it to a different one while this one waited.
        return key.equals(resolve(visitorKey)) ? key : lock(visitorKey, now);
    }

    /// In the order they were put in.
    Map<Sellable, Integer> lines(String key) {
        Map<Sellable, Integer> lines = new LinkedHashMap<>();
        database
            .createQuery("select kind, itemId, quantity from BasketLine where visitorKey = :key order by id", Row.class)
            .setParameter("key", key)
            .getResultList()
            .forEach(row -> lines.put(new Sellable(Sellable.Kind.valueOf(row.kind), row.itemId), row.quantity));
        return lines;
    }

    void put(String key, Sellable item, int quantity, Instant now) {
        line("""
                INSERT INTO basket_lines (visitor_key, kind, item_id, quantity, added_at)
                VALUES (:key, :kind, :item, :quantity, :now)
                ON CONFLICT (visitor_key, kind, item_id) DO UPDATE SET quantity = :quantity""", key, item)
            .setParameter("quantity", quantity)
            .setParameter("now", now)
            .executeUpdate();
    }

    void remove(String key, Sellable item) {
        line("DELETE FROM basket_lines WHERE visitor_key = :key AND kind = :kind AND item_id = :item", key, item)
            .executeUpdate();
    }

    void empty(String key) {
        sql("DELETE FROM basket_lines WHERE visitor_key = :key", key).executeUpdate();
    }

    /// From now on the other's visitors share the kept basket.
    void join(String otherKey, String keptKey) {
        sql("UPDATE basket_aliases SET target_key = :kept WHERE target_key = :key", otherKey)
            .setParameter("kept", keptKey)
            .executeUpdate();
        sql("DELETE FROM baskets WHERE visitor_key = :key", otherKey).executeUpdate();
        sql("INSERT INTO basket_aliases (visitor_key, target_key) VALUES (:key, :kept)", otherKey)
            .setParameter("kept", keptKey)
            .executeUpdate();
    }

    /// Everyone else who shares this basket.
    @SuppressWarnings("unchecked")
    List<String> aliases(String key) {
        return sql("SELECT visitor_key FROM basket_aliases WHERE target_key = :key", key).getResultList();
    }

    void tell(String key, Basket.News news) {
        sql("UPDATE baskets SET news = :news WHERE visitor_key = :key", key).setParameter("news", news.name())
            .executeUpdate();
    }

    Optional<Basket.News> takeNews(String key) {
        List<?> found = sql("SELECT news FROM baskets WHERE visitor_key = :key AND news IS NOT NULL FOR UPDATE", key)
            .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        sql("UPDATE baskets SET news = NULL WHERE visitor_key = :key", key).executeUpdate();
        return Optional.of(Basket.News.valueOf((String) found.getFirst()));
    }

    int forgetGuestsUntouchedSince(Instant time) {
        return database.createNativeQuery("DELETE FROM baskets WHERE visitor_key LIKE 'g:%' AND touched_at < :time")
            .setParameter("time", time)
            .executeUpdate();
    }

    private Query sql(String statement, String key) {
        return database.createNativeQuery(statement).setParameter("key", key);
    }

    private Query line(String statement, String key, Sellable item) {
        return sql(statement, key).setParameter("kind", item.kind().name()).setParameter("item", item.id());
    }
}
