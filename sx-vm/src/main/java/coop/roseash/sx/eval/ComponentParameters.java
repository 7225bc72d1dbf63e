package coop.roseash.sx.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// The parameters of a component: keys and, if it takes them, a name for the children.
record ComponentParameters(List<String> keys, @Nullable String children) {
    /// Reads `(&key name … &rest children)`, else null.
    static @Nullable ComponentParameters read(SxList list) {
        Set<String> keys = new LinkedHashSet<>();
        int at = 0;
        if (is(list, 0, "&key")) {
            at = 1;
            while (at < list.size() && !is(list, at, "&rest")) {
                String key = list.get(at++) instanceof Symbol symbol ? symbol.name() : "&";
                if (key.startsWith("&") || !keys.add(key)) {
                    return null;
                }
            }
        }
        if (at == list.size()) {
            return new ComponentParameters(List.copyOf(keys), null);
        }
        boolean named = is(list, at, "&rest") && at == list.size() - 2 && list.get(at + 1) instanceof Symbol;
        return named ? new ComponentParameters(List.copyOf(keys), list.get(at + 1).toString()) : null;
    }

    private static boolean is(SxList list, int index, String name) {
        return index < list.size() && list.get(index) instanceof Symbol symbol && symbol.name().equals(name);
    }
}
