package coop.roseash.service.market.scrape;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.stock.Stock.Cause;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.model.market.ScrapeItem;
import coop.roseash.model.market.ScrapeRun;
import coop.roseash.service.market.CatalogueWriter.Arrival;
import coop.roseash.service.market.KnownItem;

/// Makes a report true, or takes it back, in the caller's transaction.
@ApplicationScoped
class RunDecision {
    private final EntityManager entities;
    private final Shelf shelf;
    private final Json json;
    private final FragmentChanges fragments;

    RunDecision(EntityManager entities, Shelf shelf, Json json, FragmentChanges fragments) {
        this.entities = entities;
        this.shelf = shelf;
        this.json = json;
        this.fragments = fragments;
    }

    /// What a decision is about.
    record Subject(ScrapeRun run, long supplierId, SourceRules rules, String cause) {}

    void apply(Subject subject) {
        for (ScrapeItem item : items(subject.run())) {
            switch (ItemChange.valueOf(item.change)) {
                case NEW -> add(subject, item);
                case CHANGED -> change(subject, item);
                case GONE -> archive(item);
                case SAME, ERROR -> {
                    // Nothing to do.
                }
            }
        }
        fragments.changed("product-card");
    }

    /// Every product of an applied run is again as it was before; what was new is archived.
    void takeBack(Subject subject) {
        for (ScrapeItem item : items(subject.run())) {
            switch (ItemChange.valueOf(item.change)) {
                case NEW -> shelf.writer().archive(known(item).productId(), true);
                case CHANGED -> restore(subject, item);
                case GONE -> shelf.writer().archive(known(item).productId(), false);
                case SAME, ERROR -> {
                    // Nothing was done.
                }
            }
        }
        fragments.changed("product-card");
    }

    private void add(Subject subject, ScrapeItem row) {
        KeptItem found = found(row);
        long variant = shelf.writer().add(found.item(), arrival(subject, row, found.pictureHash()));
        row.variantId = variant;
        Integer told = found.item().stock();
        int stock = told == null ? subject.rules().initialStock() : told;
        shelf.stock()
            .count(Sellable.product(variant), stock, new Cause("scrape", subject.run().id + ":" + variant));
    }

    private void change(Subject subject, ScrapeItem row) {
        KeptItem found = found(row);
        KnownItem known = known(row);
        row.before = json.write(known);
        shelf.writer().change(known, found.item(), arrival(subject, row, found.pictureHash()));
    }

    private void archive(ScrapeItem row) {
        shelf.writer().archive(known(row).productId(), true);
    }

    private void restore(Subject subject, ScrapeItem row) {
        KnownItem before = json.read(String.valueOf(row.before), KnownItem.class);
        Arrival arrival = new Arrival(subject.supplierId(), before.page(), before.pictureHash(),
                subject.cause() + ", taken back");
        shelf.writer().change(before, before.item(), arrival);
        if (before.archived()) {
            shelf.writer().archive(before.productId(), true);
        }
    }

    private KnownItem known(ScrapeItem row) {
        return shelf.reader().ofVariant(Objects.requireNonNull(row.variantId));
    }

    private KeptItem found(ScrapeItem row) {
        return json.read(String.valueOf(row.item), KeptItem.class);
    }

    private static Arrival arrival(Subject subject, ScrapeItem row, @Nullable String pictureHash) {
        return new Arrival(subject.supplierId(), row.page, pictureHash, subject.cause());
    }

    private List<ScrapeItem> items(ScrapeRun run) {
        return entities.createQuery("from ScrapeItem where runId = :run order by id", ScrapeItem.class)
            .setParameter("run", run.id)
            .getResultList();
    }
}
