package coop.roseash.sx.primitive;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.reader.Specification;

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
        Specification.text("primitives.sx").lines().forEach(line -> declare(line, bodies, byName));
        if (!bodies.isEmpty()) {
            throw new IllegalStateException("not declared in primitives.sx: " + bodies.keySet());
        }
        return byName;
    }

    /// A declaration is a line `(primitive name minimum maximum "what it does")`, the maximum nil if there is none. It is
    /// not read as a program is, since every start of `sx` waits for it.
    private static void declare(String line, Map<String, Primitive.Body> bodies, Map<String, Primitive> byName) {
        if (!line.startsWith("(primitive ")) {
            return;
        }
        String[] words = line.split(" ", 5);
        String name = words[1];
        Primitive.Body body = bodies.remove(name);
        if (body == null) {
            throw new IllegalStateException("declared in primitives.sx, but not written in Java: " + name);
        }
        int maximum = words[3].equals("nil") ? Primitive.ANY : Integer.parseInt(words[3]);
        byName.put(name, new Primitive(name, Integer.parseInt(words[2]), maximum, body));
    }
}
