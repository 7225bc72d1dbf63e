package coop.roseash.contract.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Reading suppliers' shops: a run fetches and reports, a person approves, and only then the market changes.
public interface Scrapes {
    List<Source> sources();

    Optional<Source> source(long id);

    /// Adds the source, or a new version of it where its rules differ.
    Source define(String slug, String name, long supplierId, SourceRules rules);

    /// Queues a run; it is carried out by [#work].
    ///
    /// @param memberId null when the platform itself asks
    StartOutcome start(long sourceId, @Nullable Long memberId);

    /// Carries out the next waiting run of any source, to its report; false when none waits. May take minutes.
    boolean work();

    Optional<Run> run(long id);

    /// The latest first.
    Page<Run> runs(PageRequest request);

    Page<Item> items(long runId, ItemChange change, PageRequest request);

    /// READY → APPLIED: the report becomes true in one transaction.
    DecideOutcome approve(long runId, @Nullable Long memberId);

    /// READY → REJECTED.
    DecideOutcome reject(long runId, @Nullable Long memberId);

    /// APPLIED → ROLLED_BACK, for the latest applied run of its source: every product is again as it was.
    DecideOutcome rollBack(long runId, @Nullable Long memberId);

    record Source(long id, String slug, String name, int version, Supplier supplier, SourceRules rules) {}

    enum State {
        QUEUED, FETCHING, READY, APPLIED, REJECTED, FAILED, ROLLED_BACK;

        public boolean underWay() {
            return this == QUEUED || this == FETCHING;
        }
    }

    enum ItemChange {
        NEW, CHANGED, SAME, GONE, ERROR
    }

    /// @param message why it failed; empty otherwise
    record Run(long id, long sourceId, String sourceName, int version, State state, Progress progress, Counts counts,
            String message, Instant createdAt, @Nullable Instant finishedAt) {
        /// Its report waits for a decision.
        public boolean isReady() {
            return state == State.READY;
        }

        public boolean isApplied() {
            return state == State.APPLIED;
        }
    }

    record Progress(int pagesDone, int pagesKnown) {}

    record Counts(int fresh, int changed, int same, int gone, int errors) {}

    /// @param differences every field of a new item; the changed ones of a changed item
    /// @param problem why this page could not be read; empty otherwise
    record Item(long id, String page, String code, String name, ItemChange change, List<Difference> differences,
            String problem) {
        public Item {
            differences = List.copyOf(differences);
        }
    }

    /// @param provenance where on the page it was read, for example `json-ld offers.price`
    record Difference(ProductField field, String before, String after, String provenance) {}

    sealed interface StartOutcome {
        record Started(long runId) implements StartOutcome {}

        /// A run is under way, or its report waits for a decision.
        record AlreadyOpen(long runId) implements StartOutcome {}

        record UnknownSource() implements StartOutcome {}
    }

    sealed interface DecideOutcome {
        record Done(Run run) implements DecideOutcome {}

        record WrongState(String message) implements DecideOutcome {}

        record UnknownRun() implements DecideOutcome {}
    }
}
