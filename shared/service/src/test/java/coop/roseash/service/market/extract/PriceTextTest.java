package coop.roseash.service.market.extract;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.contract.money.Money;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PriceTextTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "£3.20;320;GBP",
            "£ 3.20;320;GBP",
            "£3;300;GBP",
            "£3.5;350;GBP",
            "3.20;320;GBP",
            "3,20 €;320;EUR",
            "€3,20;320;EUR",
            "1.234,56 €;123456;EUR",
            "1 234,56 €;123456;EUR",
            "1\u00a0234,56\u00a0€;123456;EUR",
            "1,234.56;123456;GBP",
            "£1,234;123400;GBP",
            "1.234 €;123400;EUR",
            "CHF 1'234.50;123450;CHF",
            "GBP 0.85;85;GBP",
            "0.85 gbp;85;GBP",
            "85p;85;GBP",
            "$12.00;1200;USD",
            "¥120;120;JPY",
            "Now £2.40;240;GBP",
            "Price: £2.40;240;GBP",
            "£2.40 each;240;GBP",
            "£2.40 incl. VAT;240;GBP"})
    void readsTheCommonForms(String text, long minor, String currency) {
        assertEquals(Optional.of(Money.of(minor, currency)), PriceText.read(text, GBP));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            "free",
            "3 for £5",
            "2 x £1.50",
            "£3–£5",
            "£3 - £5",
            "£4.20/kg",
            "£4.20 per kg",
            "Was £4.00 now £3.00",
            "from £3",
            "-£3.20",
            "£0.500",
            "0.500",
            "1.23.45",
            "1,23,456",
            "1.234.56",
            "12.345,678",
            "£3.20 €",
            "XXZ 3.20",
            "¥1.50",
            "£99999999999",
            "1.5p"})
    void refusesWhatMayMeanSomethingElse(String text) {
        assertEquals(Optional.empty(), PriceText.read(text, GBP));
    }

    @ParameterizedTest
    @CsvSource({"3.2,320", "3.20,320", "3.2000,320", "3,300", "1234.5,123450", "£3.20,320"})
    void readsStructuredNumbersWithADecimalPoint(String text, long minor) {
        assertEquals(Optional.of(new Money(minor, GBP)), PriceText.readStructured(text, GBP));
    }

    @Property
    void readsWhatEachStyleWrites(@ForAll @LongRange(min = 0, max = 999_999_999) long minor,
            @ForAll @IntRange(max = 5) int style) {
        String english = String.format(Locale.UK, "%,d.%02d", minor / 100, minor % 100);
        String written = switch (style) {
            case 0 -> "£" + english;
            case 1 -> english.replace(",", "") + " GBP";
            case 2 -> english.replace(',', '_').replace('.', ',').replace('_', '.') + " €";
            case 3 -> english.replace(',', ' ').replace('.', ',') + " EUR";
            case 4 -> "€ " + english.replace(',', '\'');
            default -> english;
        };
        Currency currency = written.contains("€") || written.contains("EUR") ? EUR : GBP;
        assertEquals(Optional.of(new Money(minor, currency)), PriceText.read(written, GBP), written);
    }

    @Property
    void neverFailsAndNeverReadsANegativePrice(@ForAll @StringLength(max = 40) String text) {
        assertTrue(PriceText.read(text, GBP).stream().allMatch(money -> money.minor() >= 0));
        assertTrue(PriceText.readStructured(text, GBP).stream().allMatch(money -> money.minor() >= 0));
    }
}
