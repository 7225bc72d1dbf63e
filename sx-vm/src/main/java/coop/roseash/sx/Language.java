package coop.roseash.sx;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.eval.Evaluator;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Globals;

/// What lies under a program's global names: the primitives and, over them, the functions of a library.
record Language(Map<String, Object> library) implements Globals.Base {
    static final Language PRIMITIVES = new Language(Map.of());

    /// This with the names a program defined.
    Language with(Globals globals) {
        Map<String, Object> more = new HashMap<>(library);
        globals.ownNames().forEach(name -> more.put(name, globals.cell(name).get()));
        return new Language(Map.copyOf(more));
    }

    Language with(Map<String, ?> values) {
        Map<String, Object> more = new HashMap<>(library);
        more.putAll(values);
        return new Language(Map.copyOf(more));
    }

    @Override
    public @Nullable Object find(String name) {
        Object found = library.get(name);
        return found != null ? found : Primitives.find(name);
    }

    @Override
    public boolean isReserved(String name) {
        return Primitives.find(name) != null || Evaluator.SPECIAL_FORMS.contains(name);
    }
}
