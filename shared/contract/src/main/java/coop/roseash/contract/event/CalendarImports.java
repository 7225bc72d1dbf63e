package coop.roseash.contract.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads iCalendar files (RFC 5545) into a calendar; the same file again changes nothing.
public interface CalendarImports {
    /// Files larger than this are refused.
    int MAXIMUM_BYTES = 2 * 1024 * 1024;

    /// @param calendar slug; made from the file's own name, zone and colour where it does not exist yet
    ImportOutcome read(String calendar, byte[] file);

    sealed interface ImportOutcome {
        record Imported(Report report) implements ImportOutcome {}

        /// Nothing was changed.
        ///
        /// @param line where reading stopped; 0 where it is the file as a whole
        record Unreadable(int line, String message) implements ImportOutcome {}
    }

    /// What became of each event in the file; those with a problem were left out.
    record Report(Calendar calendar, int created, int changed, int unchanged, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /// @param uid of the event it concerns; null where it has none
    record Problem(@Nullable String uid, String message) {}
}
