package coop.roseash.sx.reader;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;

/// Reads the language's own files without places, so that errors in them point to the program that called.
public final class Unplaced {
    private Unplaced() {}

    public static SxList read(String source, Limits limits) {
        return strip(Reader.read(source, limits));
    }

    private static Object stripped(Object form) {
        return switch (form) {
            case SxList list -> strip(list);
            case SxDict dict -> strip(dict);
            default -> form;
        };
    }

    private static SxDict strip(SxDict dict) {
        SxDict plain = new SxDict();
        dict.entries().forEach(entry -> plain.put(entry.getKey(), stripped(entry.getValue())));
        return plain;
    }

    private static SxList strip(SxList list) {
        Object[] items = list.toArray();
        for (int i = 0; i < items.length; i++) {
            items[i] = stripped(items[i]);
        }
        SxList stripped = SxList.of(items);
        return list.isBracketed() ? stripped.bracketed() : stripped;
    }
}
