package coop.roseash.sx.limit;

import java.util.Set;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// Counts what one run uses and stops it at its limits.
///
/// Fuel is compared with its limit when a function is entered, when a primitive works on many elements and at the
/// end: only calls repeat, so nothing can run on for long in between. Compiled code looks at the fuel more rarely, which
/// makes no difference as long as much is left; the rest is left to the VM's loop ({@link #mostOnHost} is then 0).
public final class Meter {
    /// Fuel between two looks at the clock: more where steps are quick.
    private static final long SHORTEST_INTERVAL = 1_024;
    private static final long LONGEST_INTERVAL = 4_096;
    private static final long MANY_ELEMENTS = 8_192;
    private static final long QUICK_NANOSECONDS = 50_000;
    /// What compiled code may take between two looks: each function on the host's stack 80 steps, as `Steps` emits them.
    private static final long BETWEEN_LOOKS = 16_384;
    /// How a function that calls itself holds the calls that wait and, below, the steps they paid for ahead, in one int.
    public static final int WAITING_SHIFT = 16;
    private static final int PAID = (1 << WAITING_SHIFT) - 1;
    /// What one list, string or other object costs beside its contents. The sizes are of the language, but near to what
    /// the JVM takes, so that no program fills the heap within its limit.
    public static final int OBJECT = 48, SLOT = 16, CLOSURE = 64, DICT = 96, ENTRY = 64;

    /// Calls that may wait on the host's stack; what is deeper waits on the heap.
    private static final int DEEPEST_ON_HOST = 160;

    private final Limits limits;
    private final long mostAlloc;
    private final int mostDepth;
    private final long lastOnHost;
    public int mostOnHost;
    private final Set<Capability> capabilities;
    private final Deadline deadline;
    private final StringBuilder output = new StringBuilder();
    /// Fuel used; engines add to it directly and call {@link #checkpoint} once it reaches {@link #next}.
    public long fuel;
    /// Where the fuel must be looked at again.
    public long next;
    /// Calls waiting for a result.
    public int depth;
    private long interval = SHORTEST_INTERVAL;
    private long alloc;
    private long outputUsed;
    private long symbols;

    public Meter(Limits limits, Set<Capability> capabilities) {
        this(limits, capabilities, new Deadline(limits.deadlineMillis()));
    }

    private Meter(Limits limits, Set<Capability> capabilities, Deadline deadline) {
        this.limits = limits;
        this.mostAlloc = limits.alloc();
        this.mostDepth = limits.depth();
        this.lastOnHost = limits.fuel() - BETWEEN_LOOKS;
        this.mostOnHost = lastOnHost > 0 ? Math.min(DEEPEST_ON_HOST, limits.depth()) : 0;
        this.capabilities = capabilities;
        this.deadline = deadline;
        this.next = Math.min(SHORTEST_INTERVAL, (lastOnHost > 0 ? lastOnHost : limits.fuel()) + 1);
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
        applications(1);
    }

    /// Work on a number of elements or characters, charged before it is done.
    public void work(long elements) {
        fuel += elements >> 3;
        if (fuel >= next || elements >= MANY_ELEMENTS) {
            checkpoint();
        }
    }

    /// Compares fuel, deadline and interruption with what is allowed.
    public void checkpoint() {
        if (fuel > limits.fuel()) {
            throw new SxException(ErrorCode.FUEL_EXHAUSTED, "the program took more than " + limits.fuel() + " steps");
        }
        renew();
    }

    /// Before compiled code goes on: looks at the time, and whether the fuel is so near to its end that the VM's loop must
    /// take over, which looks at every step.
    public void look() {
        if (fuel >= next) {
            renew();
        }
    }

    private void renew() {
        interval = deadline.look() < QUICK_NANOSECONDS ? Math.min(2 * interval, LONGEST_INTERVAL) : SHORTEST_INTERVAL;
        if (fuel > lastOnHost) {
            mostOnHost = 0;
        }
        next = Math.min(fuel + interval, (mostOnHost > 0 ? lastOnHost : limits.fuel()) + 1);
    }

    /// For a loop that pays for its steps ahead: gives back those it did not take (or counts those it took beyond), and
    /// pays for all until the fuel must be looked at again.
    ///
    /// @return how many those are
    public int payAhead(int left) {
        applications(-left);
        int ahead = (int) (next - 1 - fuel);
        fuel += ahead;
        return ahead;
    }

    /// Stops the run if its time is over or its thread is interrupted.
    public void poll() {
        deadline.look();
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

    public void string(long characters) {
        allocate(OBJECT + characters);
    }

    /// A call that waits for a result.
    public void enter() {
        if (++depth > mostDepth) {
            throw new SxException(ErrorCode.DEPTH_EXCEEDED, "calls are nested deeper than " + limits.depth()
                    + "; a call in tail position would not count");
        }
    }

    /// Counts a call of compiled code and its waiting if the host's stack has room for it; else nothing.
    public boolean enterOnHost() {
        boolean room = applyOnHost();
        depth += room ? 1 : 0;
        return room;
    }

    /// Counts a call of compiled code that calls nothing itself.
    public boolean applyOnHost() {
        if (depth >= mostOnHost) {
            return false;
        }
        count(1);
        return true;
    }

    public boolean hasRoomOnHost() {
        return depth < mostOnHost;
    }

    /// From a function that calls itself, before others run: how many calls wait. The steps they paid for are not taken yet.
    public void tell(int waiting) {
        depth = waiting >>> WAITING_SHIFT;
        count(-(waiting & PAID));
    }

    /// The function that calls itself goes on: the steps its waiting calls paid for are counted again.
    public void resume(int waiting) {
        count(waiting & PAID);
    }

    public void count(int steps) {
        fuel += steps;
    }

    /// Several steps of which the last is an application.
    public void applications(int steps) {
        count(steps);
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
