package coop.roseash.sx.primitive;

import java.util.Map;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Lists and dicts.
public final class CollectionPrimitives {
    private CollectionPrimitives() {}

    static void register(Map<String, Primitive.Body> bodies) {
        bodies.put("list", CollectionPrimitives::list);
        bodies.put("dict", CollectionPrimitives::dict);
        bodies.put("concat", CollectionPrimitives::concat);
        bodies.put("get", (meter, a) -> get(meter, a[0], a[1], a.length == 2 ? Nil.NIL : a[2]));
        bodies.put("len", (meter, a) -> length(meter, a[0]));
        bodies.put("keys", CollectionPrimitives::keys);
        bodies.put("dict-set!", CollectionPrimitives::dictSet);
        bodies.put("append!", (meter, a) -> append(meter, a[0], a[1]));
        bodies.put("set-nth!", CollectionPrimitives::setNth);
    }

    public static Object list(Meter meter, Object[] items) {
        meter.work(items.length);
        meter.list(items.length);
        return SxList.of(items);
    }

    public static Object dict(Meter meter, Object[] a) {
        if (a.length % 2 != 0) {
            throw new SxException(ErrorCode.ARITY, "dict takes pairs of key and value; the last key has no value");
        }
        meter.work(a.length);
        meter.allocate(Meter.DICT + (long) Meter.ENTRY * (a.length / 2));
        SxDict dict = new SxDict();
        for (int i = 0; i < a.length; i += 2) {
            dict.put(key(meter, "dict", a[i]), a[i + 1]);
        }
        return dict;
    }

    private static Object concat(Meter meter, Object[] a) {
        long size = 0;
        for (Object part : a) {
            size += part == Nil.NIL ? 0 : Arguments.list("concat", part).size();
        }
        meter.work(size);
        meter.list(size);
        Object[] items = new Object[(int) size];
        int at = 0;
        for (Object part : a) {
            if (part instanceof SxList list) {
                list.copyTo(items, at);
                at += list.size();
            }
        }
        return SxList.of(items);
    }

    /// A key, and the work of comparing it.
    private static String key(Meter meter, String operation, Object value) {
        String key = Arguments.key(operation, value);
        meter.work(key.length());
        return key;
    }

    public static Object get(Meter meter, Object collection, Object key) {
        return get(meter, collection, key, Nil.NIL);
    }

    private static Object get(Meter meter, Object collection, Object key, Object otherwise) {
        if (collection instanceof SxDict dict) {
            return dict.get(key(meter, "get", key), otherwise);
        }
        if (collection instanceof SxList list) {
            return item(list, Arguments.integer("get", key), otherwise);
        }
        if (collection instanceof String text) {
            return character(meter, text, Arguments.integer("get", key), otherwise);
        }
        if (collection == Nil.NIL) {
            return otherwise;
        }
        throw Numbers.wrongType("get", "a list, dict or string", collection);
    }

    private static Object item(SxList list, long index, Object otherwise) {
        return index >= 0 && index < list.size() ? list.get((int) index) : otherwise;
    }

    private static Object character(Meter meter, String text, long index, Object otherwise) {
        if (index < 0 || index >= text.length()) {
            return otherwise;
        }
        String character = Text.slice(meter, text, index, index + 1);
        return character.isEmpty() ? otherwise : character;
    }

    private static Object length(Meter meter, Object value) {
        if (value instanceof SxList list) {
            return (long) list.size();
        }
        if (value instanceof SxDict dict) {
            return (long) dict.size();
        }
        if (value instanceof String text) {
            return length(meter, text);
        }
        if (value == Nil.NIL) {
            return 0L;
        }
        throw Numbers.wrongType("len", "a list, dict or string", value);
    }

    private static Object length(Meter meter, String text) {
        meter.work(text.length());
        return (long) Text.length(text);
    }

    private static Object keys(Meter meter, Object[] a) {
        SxDict dict = Arguments.dict("keys", a[0]);
        meter.work(dict.size());
        meter.list(dict.size());
        return SxList.of(dict.entries().stream().map(Map.Entry::getKey).toArray());
    }

    private static Object dictSet(Meter meter, Object[] a) {
        SxDict dict = Arguments.dict("dict-set!", a[0]);
        String key = key(meter, "dict-set!", a[1]);
        if (!dict.containsKey(key)) {
            meter.allocate(Meter.ENTRY);
        }
        return dict.put(key, a[2]);
    }

    public static Object append(Meter meter, Object target, Object item) {
        SxList list = target instanceof SxList given ? given : Arguments.list("append!", target);
        meter.allocate(Meter.SLOT);
        list.add(item);
        return list;
    }

    private static Object setNth(Meter meter, Object[] a) {
        SxList list = Arguments.list("set-nth!", a[0]);
        long index = Arguments.integer("set-nth!", a[1]);
        if (index < 0 || index >= list.size()) {
            throw Arguments.outside("set-nth!", index, list.size());
        }
        list.set((int) index, a[2]);
        return list;
    }
}
