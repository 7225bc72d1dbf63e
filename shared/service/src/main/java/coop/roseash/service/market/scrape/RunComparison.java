package coop.roseash.service.market.scrape;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.market.Scrapes.Difference;
import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.model.market.ScrapeItem;
import coop.roseash.model.market.ScrapeRun;
import coop.roseash.service.market.CatalogueReader;
import coop.roseash.service.market.KnownItem;
import coop.roseash.service.market.extract.ShopItem;
import coop.roseash.service.market.scrape.RunStore.Claim;

/// Matches what a run found with what the market has, and so makes the report.
@ApplicationScoped
class RunComparison {
    private static final String SOLD_AGAIN = "sold again";
    private static final String NOT_SOLD = "no longer sold";

    private final EntityManager entities;
    private final CatalogueReader catalogue;
    private final Json json;
    private final Clock clock;

    RunComparison(EntityManager entities, CatalogueReader catalogue, Json json, Clock clock) {
        this.entities = entities;
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
    }

    /// FETCHING → READY.
    @Transactional(TxType.REQUIRES_NEW)
    void compare(Claim claim) {
        ScrapeRun run = entities.find(ScrapeRun.class, claim.runId(), LockModeType.PESSIMISTIC_WRITE);
        if (!run.state.equals("FETCHING")) {
            throw new StopRun("The run was stopped.");
        }
        List<ScrapeItem> found = entities
            .createQuery("from ScrapeItem where runId = :run order by id", ScrapeItem.class)
            .setParameter("run", run.id)
            .getResultList();
        List<KnownItem> known = catalogue.ofSupplier(claim.supplierId());
        Set<Long> matched = new Matches(known).compareAll(found);
        addGone(run.id, found, known, matched);
        run.state = "READY";
        run.finishedAt = clock.instant();
    }

    /// What stood on a page that could not be read is not gone: we do not know.
    private void addGone(long runId, List<ScrapeItem> found, List<KnownItem> known, Set<Long> matched) {
        Set<String> unreadable = found.stream()
            .filter(item -> item.change.equals(ItemChange.ERROR.name()))
            .flatMap(item -> List.of(item.page, "code:" + item.supplierCode).stream())
            .collect(Collectors.toSet());
        known.stream()
            .filter(item -> !item.archived() && !matched.contains(item.variantId()))
            .filter(item -> !unreadable.contains(item.page()) && !unreadable.contains("code:" + item.item().code()))
            .forEach(item -> entities.persist(gone(runId, item)));
    }

    private ScrapeItem gone(long runId, KnownItem known) {
        ScrapeItem item = new ScrapeItem();
        item.runId = runId;
        item.page = known.page();
        item.supplierCode = known.item().code();
        item.name = known.item().name();
        item.change = ItemChange.GONE.name();
        item.variantId = known.variantId();
        item.differences = json
            .write(List.of(new Difference(ProductField.AVAILABILITY, "sold", NOT_SOLD, "not in the shop")));
        item.problem = "";
        return item;
    }

    /// The known items by each way they can be recognised: supplier code, then GTIN, then name and size.
    private final class Matches {
        private final Map<String, KnownItem> byCode;
        private final Map<String, KnownItem> byGtin;
        private final Map<String, KnownItem> byName;
        private final Set<Long> matched = new HashSet<>();
        private final Map<String, String> codes = new HashMap<>();

        Matches(List<KnownItem> known) {
            byCode = index(known, ShopItem::code);
            byGtin = index(known, item -> item.gtin() == null ? "" : item.gtin());
            byName = index(known, item -> item.name() + "\n" + item.size().label());
        }

        Set<Long> compareAll(List<ScrapeItem> found) {
            found.stream().filter(item -> item.change.equals(RunStore.FOUND)).forEach(this::compare);
            return matched;
        }

        private void compare(ScrapeItem row) {
            KeptItem found = json.read(String.valueOf(row.item), KeptItem.class);
            String otherPage = codes.putIfAbsent(row.supplierCode, row.page);
            if (otherPage != null) {
                row.change = ItemChange.ERROR.name();
                row.problem = "the code " + row.supplierCode + " also stands on " + otherPage;
                return;
            }
            Optional<KnownItem> known = match(found.item());
            List<Difference> differences = known.map(item -> changes(item, found))
                .orElseGet(() -> ItemText.differences(Map.of(), found));
            known.ifPresent(item -> {
                row.variantId = item.variantId();
                matched.add(item.variantId());
            });
            row.change = (known.isEmpty()
                    ? ItemChange.NEW
                    : differences.isEmpty() ? ItemChange.SAME : ItemChange.CHANGED)
                .name();
            row.differences = json.write(differences);
        }

        private List<Difference> changes(KnownItem known, KeptItem found) {
            List<Difference> changes = ItemText
                .differences(ItemText.of(known.item(), known.pictureHash()), found);
            return !known.archived()
                    ? changes
                    : Stream.concat(
                            Stream
                                .of(new Difference(ProductField.AVAILABILITY, NOT_SOLD, SOLD_AGAIN, "in the shop")),
                            changes.stream())
                        .toList();
        }

        private Optional<KnownItem> match(ShopItem item) {
            return Optional.ofNullable(byCode.get(item.code()))
                .or(() -> item.gtin() == null ? Optional.empty() : Optional.ofNullable(byGtin.get(item.gtin())))
                .or(() -> Optional.ofNullable(byName.get(item.name() + "\n" + item.size().label())))
                .filter(known -> !matched.contains(known.variantId()));
        }

        private static Map<String, KnownItem> index(List<KnownItem> known, Function<ShopItem, String> key) {
            return known.stream()
                .filter(item -> !key.apply(item.item()).isEmpty())
                .collect(Collectors.toMap(item -> key.apply(item.item()), item -> item, (first, second) -> first));
        }
    }
}
