package coop.roseash.sx.vm;

import java.util.Arrays;

/// The functions that wait for the result of a call, the innermost last.
final class Frames {
    private static final int FIRST = 32;
    /// Where a call returns to that the host made.
    static final int DONE = -1;

    private VmClosure[] closures = new VmClosure[FIRST];
    private int[] returns = new int[FIRST];
    private int[] bases = new int[FIRST];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /// @param returnTo the word of its code where it goes on
    /// @param base where its locals begin
    void push(VmClosure closure, int returnTo, int base) {
        if (size == returns.length) {
            closures = Arrays.copyOf(closures, size * 2);
            returns = Arrays.copyOf(returns, size * 2);
            bases = Arrays.copyOf(bases, size * 2);
        }
        closures[size] = closure;
        returns[size] = returnTo;
        bases[size++] = base;
    }

    /// Takes the innermost away; what is asked of it next is still there.
    void pop() {
        size--;
    }

    VmClosure popped() {
        return closures[size];
    }

    int poppedReturn() {
        return returns[size];
    }

    int poppedBase() {
        return bases[size];
    }

    /// Where the innermost function that knows it waits, up to the host's last call; 0 if none does.
    int place() {
        int found = 0;
        for (int i = size - 1; i >= 0 && found == 0 && returns[i] != DONE; i--) {
            found = closures[i].prototype.decoded().position(returns[i]);
        }
        return found;
    }
}
