package coop.roseash.dev.sumup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The faults waiting to happen: each is used up by one call of its operation.
public final class Faults {
    private final Map<Operation, Deque<Fault>> waiting = new EnumMap<>(Operation.class);

    /// The next `times` calls go wrong in this way, after those asked for before.
    public synchronized void next(Operation operation, Fault fault, int times) {
        Deque<Fault> queue = waiting.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    public void next(Operation operation, Fault fault) {
        next(operation, fault, 1);
    }

    public synchronized void none() {
        waiting.clear();
    }

    synchronized Optional<Fault> take(Operation operation) {
        Deque<Fault> queue = waiting.get(operation);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }
}
