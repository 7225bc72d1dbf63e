package coop.roseash.sx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The workloads as a Java programmer would write them with boxed numbers.
final class HandWritten {
    private HandWritten() {}

    static Object run(Workload workload) {
        return switch (workload) {
            case FIB -> fib(30L);
            case TAK -> tak(18L, 12L, 6L);
            case LOOP -> loop();
            case COUNTERS -> counters();
            case LISTS -> lists();
            case STRINGS -> strings();
        };
    }

    private static Long fib(Long n) {
        return n < 2 ? n : Long.valueOf(Math.addExact(fib(Math.subtractExact(n, 1L)), fib(Math.subtractExact(n, 2L))));
    }

    private static Long tak(Long x, Long y, Long z) {
        return y >= x
                ? z
                : tak(tak(Math.subtractExact(x, 1L), y, z), tak(Math.subtractExact(y, 1L), z, x),
                        tak(Math.subtractExact(z, 1L), x, y));
    }

    private static Long loop() {
        Long sum = 0L;
        for (Long i = 0L; i < 10_000_000L; i = Math.addExact(i, 1L)) {
            sum = Math.addExact(sum, i);
        }
        return sum;
    }

    private static Supplier<Long> counter() {
        Long[] n = {0L};
        return () -> n[0] = Math.addExact(n[0], 1L);
    }

    private static Long counters() {
        Long sum = 0L;
        for (Long i = 0L; i < 100_000L; i = Math.addExact(i, 1L)) {
            Supplier<Long> counter = counter();
            counter.get();
            counter.get();
            sum = Math.addExact(sum, counter.get());
        }
        return sum;
    }

    private static <A, B> List<B> map(Function<A, B> function, List<A> list) {
        List<B> out = new ArrayList<>();
        for (A item : list) {
            out.add(function.apply(item));
        }
        return out;
    }

    private static <A> List<A> filter(Predicate<A> keep, List<A> list) {
        List<A> out = new ArrayList<>();
        for (A item : list) {
            if (keep.test(item)) {
                out.add(item);
            }
        }
        return out;
    }

    private static <A> A reduce(BinaryOperator<A> function, A start, List<A> list) {
        A result = start;
        for (A item : list) {
            result = function.apply(result, item);
        }
        return result;
    }

    private static Long lists() {
        List<Long> range = new ArrayList<>();
        for (Long i = 0L; i < 100_000L; i = Math.addExact(i, 1L)) {
            range.add(i);
        }
        List<Long> squares = map(x -> Math.multiplyExact(x, x), range);
        return reduce(Math::addExact, 0L, filter(x -> Math.floorMod(x, 3L) == 0L, squares));
    }

    private static Object strings() {
        List<String> parts = new ArrayList<>();
        for (Long i = 0L; i < 20_000L; i = Math.addExact(i, 1L)) {
            parts.add("item " + i + ", ");
        }
        return (long) String.join("", parts).length();
    }
}
