package coop.roseash.sx.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Deep equality without recursion; lists that contain themselves are equal if no difference can be reached.
public final class Equality {
    private static final int TRACK_AFTER = 256;
    /// What a container counts beside its items: as much as one step, so that a deep value is not free.
    private static final int CONTAINER = 8;

    /// Told of each container that is compared and of its size, so that a meter may stop the comparison.
    public interface Progress {
        void compared(int items);
    }

    private record Pair(Object left, Object right) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.left == left && pair.right == right;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(left) * 31 + System.identityHashCode(right);
        }
    }

    private final Progress progress;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Set<Pair> seen = new HashSet<>();
    private int containers;

    private Equality(Progress progress) {
        this.progress = progress;
    }

    public static boolean equal(Object left, Object right, Progress progress) {
        if (left instanceof String text) {
            return right instanceof String other && equal(text, other, progress);
        }
        if (left instanceof SxList || left instanceof SxDict || left instanceof Element) {
            return left == right || new Equality(progress).compare(left, right);
        }
        if (left instanceof Symbol a) {
            return right instanceof Symbol b && equal(a.name(), b.name(), progress);
        }
        if (left instanceof Keyword a) {
            return right instanceof Keyword b && equal(a.name(), b.name(), progress);
        }
        if (left instanceof Raw a) {
            return right instanceof Raw b && equal(a.html(), b.html(), progress);
        }
        return left instanceof Long || left instanceof Double ? Numbers.equal(left, right) : left == right;
    }

    /// The work is the same whether it is one string or two.
    private static boolean equal(String left, String right, Progress progress) {
        if (left.length() != right.length()) {
            return false;
        }
        progress.compared(left.length());
        return left.equals(right);
    }

    private boolean compare(Object left, Object right) {
        push(left, right);
        while (!waiting.isEmpty()) {
            Object b = waiting.pop();
            if (!step(waiting.pop(), b)) {
                return false;
            }
        }
        return true;
    }

    private void push(Object left, Object right) {
        waiting.push(left);
        waiting.push(right);
    }

    private boolean step(Object left, Object right) {
        if (left instanceof SxList a) {
            return right instanceof SxList b && a.size() == b.size() && (isKnown(a, b, a.size()) || items(a, b));
        }
        if (left instanceof SxDict a) {
            return right instanceof SxDict b && a.size() == b.size() && (isKnown(a, b, a.size()) || entries(a, b));
        }
        if (left instanceof Element a) {
            return right instanceof Element b && a.tag().equals(b.tag()) && parts(a, b);
        }
        return equal(left, right, progress);
    }

    private boolean parts(Element left, Element right) {
        push(left.attributes(), right.attributes());
        push(left.children(), right.children());
        return true;
    }

    private boolean isKnown(Object left, Object right, int size) {
        if (left == right) {
            return true;
        }
        progress.compared(CONTAINER + size);
        containers++;
        return containers > TRACK_AFTER && !seen.add(new Pair(left, right));
    }

    private boolean items(SxList left, SxList right) {
        for (int i = left.size() - 1; i >= 0; i--) {
            push(left.get(i), right.get(i));
        }
        return true;
    }

    private boolean entries(SxDict left, SxDict right) {
        for (Map.Entry<String, Object> entry : left.entries()) {
            if (!right.containsKey(entry.getKey())) {
                return false;
            }
            push(entry.getValue(), right.get(entry.getKey()));
        }
        return true;
    }
}
