package coop.roseash.sx.value;

/// A line and a column in one number, 0 when unknown, so that a form carries its place cheaply.
public final class Position {
    private static final int COLUMN_BITS = 11;
    private static final int COLUMN_MASK = (1 << COLUMN_BITS) - 1;
    private static final int LAST_LINE = (1 << 31 - COLUMN_BITS) - 1;

    private Position() {}

    /// Both count from 1; what does not fit is shown as the last that does.
    public static int of(int line, int column) {
        return Math.min(line, LAST_LINE) << COLUMN_BITS | Math.min(column, COLUMN_MASK);
    }

    public static int line(int position) {
        return position >>> COLUMN_BITS;
    }

    public static int column(int position) {
        return position & COLUMN_MASK;
    }
}
