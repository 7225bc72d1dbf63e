package coop.roseash.service.market.extract;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.Size.Unit;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SizeTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "500g;500 g;GRAM;500",
            "1.5 kg;1.5 kg;GRAM;1500",
            "1,5kg;1.5 kg;GRAM;1500",
            "approx. 800 g;800 g;GRAM;800",
            "500 g ℮;500 g;GRAM;500",
            "6 x 330ml;6 × 330 ml;MILLILITRE;1980",
            "6×330 ml;6 × 330 ml;MILLILITRE;1980",
            "75cl;75 cl;MILLILITRE;750",
            "1 litre;1 l;MILLILITRE;1000",
            "2 pints;2 pints;MILLILITRE;1137",
            "8 oz;8 oz;GRAM;227",
            "each;each;PIECE;1",
            "bunch;bunch;PIECE;1",
            "pack of 6;pack of 6;PIECE;6",
            "6 pack;pack of 6;PIECE;6",
            "12 eggs;12 eggs;PIECE;12",
            "80 bags;80 bags;PIECE;80"})
    void readsTheCommonForms(String text, String label, Unit unit, int amount) {
        assertEquals(Optional.of(new Size(label, unit, amount)), SizeText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "large", "0g", "500", "5 bananas", "1 x", "999999kg", "g"})
    void refusesWhatIsNoSize(String text) {
        assertEquals(Optional.empty(), SizeText.read(text));
    }

    @Test
    void findsTheSizeAtTheEndOfAName() {
        assertEquals(Optional.of(new Size("1 kg", Unit.GRAM, 1000)), SizeText.atTheEndOf("Porridge oats 1kg"));
        assertEquals(Optional.of(new Size("500 ml", Unit.MILLILITRE, 500)), SizeText.atTheEndOf("Oil (500 ml)"));
        assertEquals(Optional.empty(), SizeText.atTheEndOf("Number 5 cakes"));
        assertEquals(Optional.empty(), SizeText.atTheEndOf("Seeded sourdough loaf"));
    }

    @Property
    void readsItsOwnLabelsAgain(@ForAll @IntRange(min = 1, max = 9999) int amount,
            @ForAll @IntRange(min = 1, max = 24) int packs) {
        Size size = SizeText.read(packs + "x" + amount + "g").orElseThrow();
        assertEquals(Optional.of(size), SizeText.read(size.label()));
        assertEquals(packs * amount, size.amount());
    }

    @Property
    void neverFails(@ForAll @StringLength(max = 30) String text) {
        assertTrue(SizeText.read(text).stream().allMatch(size -> size.amount() > 0));
        assertTrue(SizeText.atTheEndOf(text).stream().allMatch(size -> size.amount() > 0));
    }
}
