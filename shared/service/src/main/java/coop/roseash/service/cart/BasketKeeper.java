package coop.roseash.service.cart;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Sellable;

/// Keeps the baskets, within the limits of stock and configuration.
@ApplicationScoped
class BasketKeeper implements Baskets {
    private static final String FRAGMENT = "cart-mini";

    private final BasketStore store;
    private final OfferBook offers;
    private final Stock stock;
    private final SiteSettings site;
    private final CartConfig config;
    private final FragmentChanges fragments;
    private final Clock clock;

    BasketKeeper(BasketStore store, OfferBook offers, Stock stock, SiteSettings site, CartConfig config,
            FragmentChanges fragments, Clock clock) {
        this.store = store;
        this.offers = offers;
        this.stock = stock;
        this.site = site;
        this.config = config;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Basket of(Visitor visitor) {
        return visitor.key().isEmpty() ? Basket.empty(site.currency()) : basket(store.resolve(visitor.key()));
    }

    @Override
    @Transactional
    public AddOutcome add(Visitor visitor, Sellable item, int quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("Cannot add " + quantity);
        }
        String key = store.lock(owner(visitor), clock.instant());
        Map<Sellable, Integer> lines = store.lines(key);
        return put(key, item, Math.addExact(lines.getOrDefault(item, 0), Math.min(quantity, 1_000_000)), lines);
    }

    @Override
    @Transactional
    public AddOutcome set(Visitor visitor, Sellable item, int quantity) {
        String key = store.lock(owner(visitor), clock.instant());
        if (quantity > 0) {
            return put(key, item, quantity, store.lines(key));
        }
        store.remove(key, item);
        tellPages(key);
        return new AddOutcome.Added(basket(key));
    }

    @Override
    @Transactional
    public MergeOutcome merge(Visitor.Guest guest, Visitor.SignedIn member) {
        if (guest.token().isEmpty()) {
            return new MergeOutcome.NothingToMerge();
        }
        String from = store.lock(guest.key(), clock.instant());
        Map<Sellable, Integer> lines = store.lines(from);
        if (lines.isEmpty()) {
            return new MergeOutcome.NothingToMerge();
        }
        String into = store.lock(member.key(), clock.instant());
        store.empty(from);
        boolean capped = pour(lines, into);
        store.tell(into, capped ? Basket.News.MERGED_IN_PART : Basket.News.MERGED);
        tellPages(from);
        return new MergeOutcome.Merged(basket(into), capped);
    }

    @Override
    @Transactional
    public MergeOutcome join(Visitor.Guest other, Visitor.Guest kept) {
        String otherKey = store.resolve(owner(other));
        String keptKey = store.resolve(owner(kept));
        if (otherKey.equals(keptKey)) {
            return new MergeOutcome.NothingToMerge();
        }
        // Always in the same order, so that two visitors joining crosswise do not wait for each other.
        for (String key : List.of(otherKey, keptKey).stream().sorted().toList()) {
            if (!store.lock(key, clock.instant()).equals(key)) {
                return join(other, kept);
            }
        }
        Map<Sellable, Integer> lines = store.lines(otherKey);
        boolean both = !lines.isEmpty() && !store.lines(keptKey).isEmpty();
        store.join(otherKey, keptKey);
        boolean capped = pour(lines, keptKey);
        if (both) {
            store.tell(keptKey, capped ? Basket.News.MERGED_IN_PART : Basket.News.MERGED);
        }
        return lines.isEmpty() ? new MergeOutcome.NothingToMerge() : new MergeOutcome.Merged(basket(keptKey), capped);
    }

    @Override
    @Transactional
    public Optional<Basket.News> takeNews(Visitor visitor) {
        return visitor.key().isEmpty() ? Optional.empty() : store.takeNews(store.resolve(visitor.key()));
    }

    /// Keeps others from changing the basket until the caller's transaction ends; its key.
    String lock(String visitorKey) {
        return store.lock(visitorKey, clock.instant());
    }

    /// Puts an unpaid order's lines back where they came from; in the caller's transaction.
    void giveBack(String basketKey, Map<Sellable, Integer> lines) {
        String key = store.lock(basketKey, clock.instant());
        pour(lines, key);
        store.tell(key, Basket.News.RETURNED);
    }

    /// Takes everything out for an order; in the caller's transaction, with the basket locked.
    void takeOut(String key) {
        store.empty(key);
        tellPages(key);
    }

    Basket basket(String key) {
        Map<Sellable, Integer> lines = store.lines(key);
        Map<Sellable, Offer> current = offers.of(lines.keySet());
        List<Basket.Line> shown = new ArrayList<>();
        lines.forEach((item, quantity) -> {
            Offer offer = current.get(item);
            if (offer != null) {
                shown.add(new Basket.Line(offer, quantity));
            }
        });
        return new Basket(shown, site.currency(), lines.size() - shown.size());
    }

    private AddOutcome put(String key, Sellable item, int quantity, Map<Sellable, Integer> lines) {
        if (!offers.of(List.of(item)).containsKey(item)) {
            return new AddOutcome.NotForSale();
        }
        if (quantity > config.maxQuantity()) {
            return new AddOutcome.TooMany(config.maxQuantity());
        }
        if (!lines.containsKey(item) && lines.size() >= config.maxLines()) {
            return new AddOutcome.Full(config.maxLines());
        }
        Stock.Level level = stock.levels(List.of(item)).get(item);
        if (level != null && level.available() < quantity) {
            return new AddOutcome.OutOfStock(level.available());
        }
        store.put(key, item, quantity, clock.instant());
        tellPages(key);
        return new AddOutcome.Added(basket(key));
    }

    /// Adds what fits; true when not all of it did.
    private boolean pour(Map<Sellable, Integer> lines, String into) {
        Map<Sellable, Integer> has = store.lines(into);
        Map<Sellable, Stock.Level> levels = stock.levels(lines.keySet());
        boolean capped = false;
        for (Map.Entry<Sellable, Integer> line : lines.entrySet()) {
            Sellable item = line.getKey();
            int had = has.getOrDefault(item, 0);
            int wanted = had + line.getValue();
            Stock.Level level = levels.get(item);
            int most = Math.min(config.maxQuantity(), level == null ? Integer.MAX_VALUE : level.available());
            boolean full = had == 0 && has.size() >= config.maxLines();
            int quantity = full ? 0 : Math.max(had, Math.min(wanted, most));
            capped |= quantity < wanted;
            if (quantity > 0) {
                store.put(into, item, quantity, clock.instant());
                has.put(item, quantity);
            }
        }
        tellPages(into);
        return capped;
    }

    private void tellPages(String key) {
        fragments.changed(FRAGMENT, VisitorKeys.visitor(key));
        store.aliases(key).forEach(alias -> fragments.changed(FRAGMENT, VisitorKeys.visitor(alias)));
    }

    private static String owner(Visitor visitor) {
        if (visitor.key().isEmpty()) {
            throw new IllegalArgumentException("A guest without a token owns nothing");
        }
        return visitor.key();
    }
}
