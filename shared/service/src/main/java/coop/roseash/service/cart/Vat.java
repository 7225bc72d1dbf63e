package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// VAT that is inside prices, in whole minor units, rates in basis points (2000 is 20 %).
///
/// Rounded once per order and rate, half up; spread over the lines by largest remainder, ties by line number.
final class Vat {
    private static final long WHOLE = 10_000;

    private Vat() {}

    record Line(long gross, int rate) {}

    /// half-up(gross × rate / (10000 + rate))
    static long within(long gross, int rate) {
        long divisor = WHOLE + rate;
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2 * gross, (long) rate), divisor), 2 * divisor);
    }

    /// The VAT of each line; per rate the sum is [#within] of that rate's gross.
    static long[] perLine(List<Line> lines) {
        Map<Integer, List<Integer>> byRate = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byRate.computeIfAbsent(lines.get(i).rate, _ -> new ArrayList<>()).add(i);
        }
        long[] vat = new long[lines.size()];
        byRate.forEach((rate, numbers) -> spread(rate, numbers, lines, vat));
        return vat;
    }

    private static void spread(int rate, List<Integer> numbers, List<Line> lines, long[] vat) {
        long divisor = WHOLE + rate;
        long left = within(numbers.stream().mapToLong(number -> lines.get(number).gross).sum(), rate);
        Map<Integer, Long> remainders = new TreeMap<>();
        for (int number : numbers) {
            long exact = Math.multiplyExact(lines.get(number).gross, (long) rate);
            vat[number] = exact / divisor;
            left -= vat[number];
            remainders.put(number, exact % divisor);
        }
        numbers.stream()
            .sorted(Comparator.comparing((Integer number) -> -remainders.getOrDefault(number, 0L)))
            .limit(left)
            .forEach(number -> vat[number]++);
    }
}
