package coop.roseash.sx.primitive;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// The primitives by name: `primitives.sx` says which there are and what they take, Java how they work.
public final class Primitives {
    private static final Map<String, Primitive> BY_NAME = declared();
    /// Calls its first argument; every engine treats it itself so that it needs no host stack.
    public static final Primitive APPLY = get("apply");
    public static final Primitive LIST = get("list");
    public static final Primitive DICT = get("dict");
    public static final Primitive STR = get("str");
    public static final Primitive EQUAL = get("=");
    public static final Primitive CONCAT = get("concat");

    private Primitives() {}

    public static @Nullable Primitive find(String name) {
        return BY_NAME.get(name);
    }

    /// One that is known to exist.
    public static Primitive get(String name) {
        Primitive found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no primitive " + name);
        }
        return found;
    }

    public static Map<String, Primitive> all() {
        return BY_NAME;
    }

    private static Map<String, Primitive> declared() {
        Map<String, Primitive.Body> bodies = new LinkedHashMap<>();
        NumberPrimitives.register(bodies);
        TextPrimitives.register(bodies);
        CollectionPrimitives.register(bodies);
        LanguagePrimitives.register(bodies);
        PagePrimitives.register(bodies);
        Map<String, Primitive> byName = new LinkedHashMap<>();
        for (Object form : Reader.read(Specification.text("primitives.sx"), Limits.trusted()).asList()) {
            declare((SxList) form, bodies, byName);
        }
        if (!bodies.isEmpty()) {
            throw new IllegalStateException("not declared in primitives.sx: " + bodies.keySet());
        }
        return byName;
    }

    /// A declaration is `(primitive name minimum maximum "what it does")`, the maximum nil if there is none.
    private static void declare(SxList form, Map<String, Primitive.Body> bodies, Map<String, Primitive> byName) {
        String name = ((Symbol) form.get(1)).name();
        Primitive.Body body = bodies.remove(name);
        if (body == null) {
            throw new IllegalStateException("declared in primitives.sx, but not written in Java: " + name);
        }
        int maximum = form.get(3) == Nil.NIL ? Primitive.ANY : ((Long) form.get(3)).intValue();
        byName.put(name, new Primitive(name, ((Long) form.get(2)).intValue(), maximum, body));
    }
}
