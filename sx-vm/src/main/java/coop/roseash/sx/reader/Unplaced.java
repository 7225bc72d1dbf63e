package coop.roseash.sx.reader;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.SxList;

/// Reads the language's own files without places, so that errors in them point to the program that called.
public final class Unplaced {
    private Unplaced() {}

    public static SxList read(String source, Limits limits) {
        return strip(Reader.read(source, limits));
    }

    private static SxList strip(SxList list) {
        Object[] items = list.toArray();
        for (int i = 0; i < items.length; i++) {
            items[i] = items[i] instanceof SxList inner ? strip(inner) : items[i];
        }
        SxList stripped = SxList.of(items);
        return list.isBracketed() ? stripped.bracketed() : stripped;
    }
}
