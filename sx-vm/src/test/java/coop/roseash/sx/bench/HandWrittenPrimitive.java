package coop.roseash.sx.bench;

/// The workloads as a Java programmer would write them, with primitive numbers that may not wrap either.
final class HandWrittenPrimitive {
    private HandWrittenPrimitive() {}

    static Object run(Workload workload) {
        return switch (workload) {
            case FIB -> fib(30);
            case TAK -> tak(18, 12, 6);
            case LOOP -> loop();
            case COUNTERS -> counters();
            case LISTS -> lists();
            case STRINGS -> strings();
        };
    }

    private static long fib(long n) {
        return n < 2 ? n : Math.addExact(fib(n - 1), fib(n - 2));
    }

    private static long tak(long x, long y, long z) {
        return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
    }

    private static long loop() {
        long sum = 0;
        for (long i = 0; i < 10_000_000; i++) {
            sum = Math.addExact(sum, i);
        }
        return sum;
    }

    private static final class Counter {
        private long n;

        long next() {
            n = Math.addExact(n, 1);
            return n;
        }
    }

    private static long counters() {
        long sum = 0;
        for (long i = 0; i < 100_000; i++) {
            Counter counter = new Counter();
            counter.next();
            counter.next();
            sum = Math.addExact(sum, counter.next());
        }
        return sum;
    }

    private static long lists() {
        long[] squares = new long[100_000];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = Math.multiplyExact((long) i, (long) i);
        }
        long sum = 0;
        for (long square : squares) {
            if (square % 3 == 0) {
                sum = Math.addExact(sum, square);
            }
        }
        return sum;
    }

    private static long strings() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("item ").append(i).append(", ");
        }
        return text.toString().length();
    }
}
