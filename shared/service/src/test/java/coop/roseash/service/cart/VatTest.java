package coop.roseash.service.cart;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VatTest {
    @ParameterizedTest
    @CsvSource({"298,50", "250,42", "548,91", "2390,398", "17925,2988", "1,0", "3,1", "1000,167"})
    void findsTheVatInsideAPriceAtTwentyPercent(long gross, long vat) {
        assertEquals(vat, Vat.within(gross, 2000));
    }

    @Test
    void findsTheVatInsideAPriceAtFivePercent() {
        assertEquals(5, Vat.within(100, 500));
    }

    @Test
    void givesTheOddPennyToTheLargestRemainderAndThenToTheFirstLine() {
        assertArrayEquals(new long[]{50, 41}, Vat.perLine(List.of(new Vat.Line(298, 2000), new Vat.Line(250, 2000))));
        assertArrayEquals(new long[]{1, 0, 0},
                Vat.perLine(List.of(new Vat.Line(1, 2000), new Vat.Line(1, 2000), new Vat.Line(1, 2000))));
    }

    @Test
    void keepsRatesApart() {
        assertArrayEquals(new long[]{50, 0, 5},
                Vat.perLine(List.of(new Vat.Line(298, 2000), new Vat.Line(320, 0), new Vat.Line(100, 500))));
    }

    @Property(tries = 300)
    void roundsHalfUp(@ForAll @LongRange(min = 0, max = 10_000_000_000L) long gross,
            @ForAll @IntRange(max = 10_000) int rate) {
        BigInteger twice = BigInteger.valueOf(gross).multiply(BigInteger.valueOf(rate)).shiftLeft(1);
        BigInteger divisor = BigInteger.valueOf(10_000L + rate);
        BigInteger expected = twice.add(divisor).divide(divisor.shiftLeft(1));
        assertEquals(expected.longValueExact(), Vat.within(gross, rate));
    }

    @Property(tries = 300)
    void spreadsExactlyTheVatOfEachRate(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 1_000_000) Long> amounts) {
        List<Vat.Line> lines = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            lines.add(new Vat.Line(amounts.get(i), new int[]{2000, 500, 0}[i % 3]));
        }
        long[] vat = Vat.perLine(lines);
        for (int rate : new int[]{2000, 500, 0}) {
            long gross = lines.stream().filter(line -> line.rate() == rate).mapToLong(Vat.Line::gross).sum();
            long spread = java.util.stream.IntStream.range(0, vat.length)
                .filter(i -> lines.get(i).rate() == rate)
                .mapToLong(i -> vat[i])
                .sum();
            assertEquals(Vat.within(gross, rate), spread);
        }
        for (int i = 0; i < vat.length; i++) {
            long own = Vat.within(lines.get(i).gross(), lines.get(i).rate());
            assertTrue(Math.abs(vat[i] - own) <= 1, () -> Arrays.toString(vat));
        }
    }
}
