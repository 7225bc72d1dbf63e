package coop.roseash.contract.blog;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// The site's navigation: a tree of two levels for the header and one for the footer.
public interface Menus {
    List<Entry> of(Place place);

    ChangeOutcome add(Place place, @Nullable Long parentId, String label, String address);

    ChangeOutcome change(long id, String label, String address);

    void remove(long id);

    /// Swaps an entry with its neighbour among its siblings; at the end it stays where it is.
    void move(long id, Direction direction);

    /// Makes an entry the child of the one before it, or brings it back to the first level.
    void nest(long id, boolean under);

    enum Place {
        PRIMARY, FOOTER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Direction {
        UP, DOWN
    }

    /// @param address as the editor wrote it: `market:/bread`, `/about` (the blog's) or `https://…`
    /// @param href absolute
    record Entry(long id, String label, String address, String href, List<Entry> children) {
        public Entry {
            children = List.copyOf(children);
        }
    }

    sealed interface ChangeOutcome {
        record Changed(long id) implements ChangeOutcome {}

        record Refused(String field, String message) implements ChangeOutcome {}
    }
}
