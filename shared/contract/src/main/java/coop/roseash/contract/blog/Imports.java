package coop.roseash.contract.blog;

import java.util.List;
import java.util.Optional;

/// Brings in a site exported from Ghost; doing it again updates what came before and adds nothing twice.
public interface Imports {
    /// @param json Ghost's export file
    /// @param files the export's `content` folder, for the pictures
    Outcome ghost(String json, Files files);

    /// Whether there is nothing yet, so that first content may be loaded.
    boolean isEmpty();

    /// The files beside an export, by the path in it, for example `content/images/2026/11/loaf.svg`.
    interface Files {
        Optional<byte[]> read(String path);
    }

    sealed interface Outcome {
        /// @param notes what was left out or changed, one line each
        record Imported(int posts, int pages, int tags, int authors, int pictures, List<String> notes)
                implements
                    Outcome {
            public Imported {
                notes = List.copyOf(notes);
            }
        }

        record Unreadable(String message) implements Outcome {}
    }
}
