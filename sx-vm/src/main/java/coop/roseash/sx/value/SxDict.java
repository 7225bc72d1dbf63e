package coop.roseash.sx.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// A mutable dictionary with string keys in the order of their insertion; as an environment it has a parent.
public final class SxDict {
    /// Most dicts are attributes or small records.
    private static final int FEW = 4;

    private final Map<String, Object> entries = new LinkedHashMap<>(FEW);
    private final @Nullable SxDict parent;
    private boolean frozen;

    public SxDict() {
        this(null);
    }

    public SxDict(@Nullable SxDict parent) {
        this.parent = parent;
    }

    /// The environment around this one, which look-ups by `get` do not search.
    public @Nullable SxDict parent() {
        return parent;
    }

    public int size() {
        return entries.size();
    }

    public Object get(String key) {
        return get(key, Nil.NIL);
    }

    public Object get(String key, Object otherwise) {
        return entries.getOrDefault(key, otherwise);
    }

    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    public SxDict put(String key, Object value) {
        if (frozen) {
            throw new SxException(ErrorCode.FROZEN,
                    "this dict is frozen (it is quoted in the program or came from the host); copy it with (merge it) first");
        }
        entries.put(key, value);
        return this;
    }

    public Set<Map.Entry<String, Object>> entries() {
        return entries.entrySet();
    }

    public boolean isFrozen() {
        return frozen;
    }

    void markFrozen() {
        frozen = true;
    }

    @Override
    public String toString() {
        return Printer.serialize(this);
    }
}
