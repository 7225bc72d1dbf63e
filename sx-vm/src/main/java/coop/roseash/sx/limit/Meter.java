package coop.roseash.sx.limit;

import java.util.Set;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// Counts what one run uses and stops it at its limits.
///
/// Fuel is compared with its limit when a function is entered, when a primitive works on many elements and at the
/// end: only calls repeat, so nothing can run on for long in between.
public final class Meter {
    private static final long POLL_EVERY = 1_024;
    /// What one list, string or other object costs beside its contents. The sizes are of the language, but near to what
    /// the JVM takes, so that no program fills the heap within its limit.
    public static final int OBJECT = 48;
    public static final int SLOT = 16;
    public static final int CLOSURE = 64;
    public static final int ENTRY = 64;

    /// Calls that may wait on the host's stack; what is deeper waits on the heap.
    private static final int DEEPEST_ON_HOST = 160;

    private final Limits limits;
    private final long mostAlloc;
    private final int mostDepth;
    public final int mostOnHost;
    private final Set<Capability> capabilities;
    private final long deadline;
    private final StringBuilder output = new StringBuilder();
    /// Fuel used; engines add to it directly and call {@link #checkpoint} once it reaches {@link #next}.
    public long fuel;
    /// Where the fuel must be looked at again.
    public long next;
    /// Calls waiting for a result.
    public int depth;
    private long alloc;
    private long outputUsed;
    private long symbols;

    public Meter(Limits limits, Set<Capability> capabilities) {
        this(limits, capabilities, System.nanoTime() + nanoseconds(limits.deadlineMillis()));
    }

    private Meter(Limits limits, Set<Capability> capabilities, long deadline) {
        this.limits = limits;
        this.mostAlloc = limits.alloc();
        this.mostDepth = limits.depth();
        this.mostOnHost = Math.min(DEEPEST_ON_HOST, limits.depth());
        this.capabilities = capabilities;
        this.deadline = deadline;
        this.next = Math.min(POLL_EVERY, limits.fuel() + 1);
    }

    /// Long enough for any wait, and short enough to be added to a time.
    private static long nanoseconds(long milliseconds) {
        return Math.min(milliseconds, Long.MAX_VALUE / 4_000_000) * 1_000_000;
    }

    /// A meter for other work of the same run, such as its compilation: it ends when this one does.
    public Meter alongside(Limits others) {
        return new Meter(others.withDeadlineMillis(limits.deadlineMillis()), capabilities, deadline);
    }

    public Limits limits() {
        return limits;
    }

    public long alloc() {
        return alloc;
    }

    /// One application of a procedure.
    public void application() {
        if (++fuel >= next) {
            checkpoint();
        }
    }

    /// Work on a number of elements or characters, charged before it is done.
    public void work(long elements) {
        fuel += elements >> 3;
        if (fuel >= next) {
            checkpoint();
        }
    }

    /// Compares fuel, deadline and interruption with what is allowed.
    public void checkpoint() {
        if (fuel > limits.fuel()) {
            throw new SxException(ErrorCode.FUEL_EXHAUSTED, "the program took more than " + limits.fuel() + " steps");
        }
        poll();
        next = Math.min(fuel + POLL_EVERY, limits.fuel() + 1);
    }

    /// Stops the run if its time is over or its thread is interrupted.
    public void poll() {
        if (System.nanoTime() - deadline > 0) {
            throw new SxException(ErrorCode.DEADLINE_EXCEEDED,
                    "the program took longer than " + limits.deadlineMillis() + " ms");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SxException(ErrorCode.DEADLINE_EXCEEDED, "the program was interrupted");
        }
    }

    /// At the end of a program: what was not looked at yet.
    public void finish() {
        if (fuel > limits.fuel()) {
            checkpoint();
        }
    }

    /// Room of a semantic size, charged before it is taken.
    public void allocate(long bytes) {
        alloc += bytes;
        if (alloc > mostAlloc) {
            throw new SxException(ErrorCode.MEMORY_EXCEEDED,
                    "the program used more than " + limits.alloc() + " bytes of memory");
        }
    }

    /// Stops what would take more than is left, before it is made and charged.
    public void requireRoom(long bytes) {
        if (alloc + bytes > mostAlloc) {
            allocate(bytes);
        }
    }

    /// A list of so many items.
    public void list(long items) {
        allocate(OBJECT + SLOT * items);
    }

    /// A string of so many characters.
    public void string(long characters) {
        allocate(OBJECT + characters);
    }

    /// A function made at run time.
    public void closure() {
        allocate(CLOSURE);
    }

    /// A call that waits for a result.
    public void enter() {
        if (++depth > mostDepth) {
            throw new SxException(ErrorCode.DEPTH_EXCEEDED, "calls are nested deeper than " + limits.depth()
                    + "; a call in tail position would not count");
        }
    }

    /// Counts steps, a call among them, and the call's waiting if the host's stack has room for it; else nothing.
    public boolean enterOnHost(int steps) {
        if (depth >= mostOnHost) {
            return false;
        }
        fuel += steps;
        if (fuel >= next) {
            checkpoint();
        }
        depth++;
        return true;
    }

    public boolean hasRoomOnHost() {
        return depth < mostOnHost;
    }

    /// Several steps of which the last is an application.
    public void applications(int steps) {
        fuel += steps;
        if (fuel >= next) {
            checkpoint();
        }
    }

    /// Output of so many characters, charged before it is written.
    public void charge(long characters) {
        outputUsed += characters;
        if (outputUsed > limits.output()) {
            throw new SxException(ErrorCode.OUTPUT_EXCEEDED,
                    "the program wrote more than " + limits.output() + " characters");
        }
    }

    public void print(String text) {
        charge(text.length() + 1L);
        output.append(text).append('\n');
    }

    public String output() {
        return output.toString();
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    /// Refuses what the profile does not grant.
    public void require(Capability capability, String name) {
        if (!may(capability)) {
            throw new SxException(ErrorCode.FORBIDDEN, name + " is not allowed here");
        }
    }

    /// A number that no other symbol of this run has.
    public long nextSymbol() {
        return ++symbols;
    }
}
