package coop.roseash.sx.vm;

import coop.roseash.sx.value.Globals;

/// One program in one run: its global names resolved to cells.
public final class Instance {
    public final Globals globals;
    public final Globals.Cell[] cells;

    Instance(Globals globals, Globals.Cell[] cells) {
        this.globals = globals;
        this.cells = cells;
    }
}
