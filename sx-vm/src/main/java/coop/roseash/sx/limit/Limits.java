package coop.roseash.sx.limit;

/// What a run may use. Fuel and alloc are counted on events of the language, so they are the same on every engine.
///
/// @param fuel applications, and work of primitives per 8 elements or characters
/// @param alloc bytes by semantic size, cumulative
/// @param depth calls that wait for a result
/// @param deadlineMillis real time
/// @param output characters printed or rendered
/// @param source characters of a program
/// @param nesting depth of forms in a program
public record Limits(long fuel, long alloc, int depth, long deadlineMillis, long output, int source, int nesting) {
    private static final long MEBIBYTE = 1 << 20;
    /// Forms may never nest deeper, since the analysis of a program recurses.
    public static final int DEEPEST_NESTING = 300;

    /// For what a member writes.
    public static Limits author() {
        return new Limits(1_000_000, 32 * MEBIBYTE, 2_000, 200, MEBIBYTE, 64 * 1024, 256);
    }

    /// For the platform's own programs and the command line; never more memory than half of the heap.
    public static Limits trusted() {
        long alloc = Math.min(1024 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 2);
        return new Limits(10_000_000_000L, alloc, 100_000, 60_000, 64 * MEBIBYTE, (int) (16 * MEBIBYTE),
                DEEPEST_NESTING);
    }

    /// For files of bytecode, whose lists nest deeper than the program did.
    public static Limits files() {
        Limits trusted = trusted();
        return new Limits(trusted.fuel, trusted.alloc, trusted.depth, trusted.deadlineMillis, trusted.output, 1 << 24,
                4 * DEEPEST_NESTING);
    }

    public Limits withFuel(long newFuel) {
        return new Limits(newFuel, alloc, depth, deadlineMillis, output, source, nesting);
    }

    public Limits withAlloc(long newAlloc) {
        return new Limits(fuel, newAlloc, depth, deadlineMillis, output, source, nesting);
    }

    public Limits withDepth(int newDepth) {
        return new Limits(fuel, alloc, newDepth, deadlineMillis, output, source, nesting);
    }

    public Limits withDeadlineMillis(long newDeadlineMillis) {
        return new Limits(fuel, alloc, depth, newDeadlineMillis, output, source, nesting);
    }
}
