package coop.roseash.contract.paging;

import java.util.List;
import java.util.function.Function;

/// One page of a list, and whether another follows.
public record Page<T>(List<T> items, int number, boolean hasNext) {
    public Page {
        items = List.copyOf(items);
    }

    /// Makes a page from up to `size + 1` rows: the one too many tells that a page follows.
    public static <T> Page<T> of(List<T> rows, PageRequest request) {
        boolean more = rows.size() > request.size();
        return new Page<>(more ? rows.subList(0, request.size()) : rows, request.number(), more);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), number, hasNext);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
