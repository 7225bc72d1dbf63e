package coop.roseash.sx.limit;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// The time at which a run must have ended.
final class Deadline {
    private final long milliseconds;
    private final long end;
    private long looked;

    Deadline(long milliseconds) {
        this.milliseconds = milliseconds;
        this.looked = System.nanoTime();
        // Long enough for any wait, and short enough to be added to a time.
        this.end = looked + Math.min(milliseconds, Long.MAX_VALUE / 4_000_000) * 1_000_000;
    }

    /// Stops the run if its time is over or its thread is interrupted.
    ///
    /// @return the nanoseconds since the last look
    long look() {
        long before = looked;
        looked = System.nanoTime();
        if (looked - end > 0) {
            throw new SxException(ErrorCode.DEADLINE_EXCEEDED, "the program took longer than " + milliseconds + " ms");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SxException(ErrorCode.DEADLINE_EXCEEDED, "the program was interrupted");
        }
        return looked - before;
    }
}
