package coop.roseash.service.market.scrape;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.type.TypeReference;

import coop.roseash.contract.market.Scrapes.Counts;
import coop.roseash.contract.market.Scrapes.Difference;
import coop.roseash.contract.market.Scrapes.Item;
import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.contract.market.Scrapes.Progress;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.market.Scrapes.State;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.market.ScrapeItem;

/// Reads runs and their reports, in the caller's transaction.
@ApplicationScoped
class RunReports {
    private static final String RUNS = """
            SELECT r.id, r.source_id, s.name, r.source_version, r.state, r.pages_done, r.pages_known, r.message,
                   r.created_at, r.finished_at,
                   count(i.id) FILTER (WHERE i.change = 'NEW') AS fresh,
                   count(i.id) FILTER (WHERE i.change = 'CHANGED') AS changed,
                   count(i.id) FILTER (WHERE i.change = 'SAME') AS same,
                   count(i.id) FILTER (WHERE i.change = 'GONE') AS gone,
                   count(i.id) FILTER (WHERE i.change = 'ERROR') AS errors
            FROM scrape_runs r
            JOIN scrape_sources s ON s.id = r.source_id
            LEFT JOIN scrape_items i ON i.run_id = r.id
            """;
    private static final String GROUPED = " GROUP BY r.id, s.id ORDER BY r.id DESC";

    private final EntityManager entities;
    private final Json json;

    RunReports(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @SuppressWarnings("unchecked")
    Optional<Run> run(long id) {
        List<Tuple> rows = entities.createNativeQuery(RUNS + "WHERE r.id = :id" + GROUPED, Tuple.class)
            .setParameter("id", id)
            .getResultList();
        return rows.stream().findFirst().map(RunReports::run);
    }

    @SuppressWarnings("unchecked")
    Page<Run> runs(PageRequest request) {
        List<Tuple> rows = entities.createNativeQuery(RUNS + GROUPED, Tuple.class)
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(rows.stream().map(RunReports::run).toList(), request);
    }

    Page<Item> items(long runId, ItemChange change, PageRequest request) {
        List<ScrapeItem> rows = entities
            .createQuery("from ScrapeItem where runId = :run and change = :change order by id", ScrapeItem.class)
            .setParameter("run", runId)
            .setParameter("change", change.name())
            .setFirstResult(request.offset())
            .setMaxResults(request.size() + 1)
            .getResultList();
        return Page.of(rows, request).map(this::item);
    }

    private Item item(ScrapeItem row) {
        List<Difference> differences = json.read(row.differences, new TypeReference<>() {
        });
        return new Item(row.id, row.page, row.supplierCode, row.name, ItemChange.valueOf(row.change), differences,
                row.problem);
    }

    private static Run run(Tuple row) {
        Counts counts = new Counts(number(row, "fresh"), number(row, "changed"), number(row, "same"),
                number(row, "gone"), number(row, "errors"));
        return new Run(row.get("id", Number.class).longValue(), row.get("source_id", Number.class).longValue(),
                row.get("name", String.class), number(row, "source_version"),
                State.valueOf(row.get("state", String.class)),
                new Progress(number(row, "pages_done"), number(row, "pages_known")), counts,
                row.get("message", String.class), row.get("created_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }
}
