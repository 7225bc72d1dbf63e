package coop.roseash.sx.jit;

import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import coop.roseash.sx.vm.CompiledFunction;

/// How many classes each tenant may have at a time: they take room that no program's limit counts. A class that the JVM
/// has unloaded counts no more.
public final class ClassQuota {
    private static final Cleaner CLEANER = Cleaner.create();
    private final int most;
    private final Map<String, Integer> used = new ConcurrentHashMap<>();

    public ClassQuota(int most) {
        this.most = most;
    }

    /// Takes room for one class, if there is some.
    boolean take(String tenant) {
        boolean[] taken = {false};
        used.compute(tenant, (_, before) -> {
            int now = before == null ? 0 : before;
            taken[0] = now < most;
            return taken[0] ? now + 1 : before;
        });
        return taken[0];
    }

    /// Counts a class until it is unloaded.
    void release(String tenant, CompiledFunction function) {
        CLEANER.register(function, () -> giveBack(tenant));
    }

    /// Gives back the room of a class that is not there.
    void giveBack(String tenant) {
        used.computeIfPresent(tenant, (_, before) -> before == 1 ? null : before - 1);
    }

    /// The classes of a tenant now.
    public int used(String tenant) {
        return used.getOrDefault(tenant, 0);
    }
}
