package coop.roseash.contract.event;

import java.util.Map;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Writes entries; for stewards.
public interface EntryDesk {
    /// Entries that nobody else sees yet, those changed last first.
    Page<Entry> drafts(PageRequest request);

    SaveOutcome create(EntryDraft draft);

    /// @param sequence the entry's sequence the steward saw; another one means that somebody else was quicker
    SaveOutcome update(long entryId, int sequence, EntryDraft draft);

    /// Marks the entry as cancelled; it stays to be seen as such. Doing it again changes nothing.
    void cancel(long entryId);

    sealed interface SaveOutcome {
        record Saved(Entry entry) implements SaveOutcome {}

        /// @param errors field → message
        record Refused(Map<String, String> errors) implements SaveOutcome {
            public Refused {
                errors = Map.copyOf(errors);
            }
        }

        record ChangedMeanwhile(Entry entry) implements SaveOutcome {}

        record UnknownEntry() implements SaveOutcome {}
    }
}
