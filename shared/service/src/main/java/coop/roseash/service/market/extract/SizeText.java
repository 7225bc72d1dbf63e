package coop.roseash.service.market.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.Size.Unit;

/// Reads how much a packet holds: `1.5kg`, `6 x 330ml`, `75 cl`, `pack of 6`, `each`.
public final class SizeText {
    private record Measure(Unit unit, BigDecimal each, String label) {}

    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            measure("g", Unit.GRAM, "1", "g"),
            measure("gram", Unit.GRAM, "1", "g"),
            measure("grams", Unit.GRAM, "1", "g"),
            measure("kg", Unit.GRAM, "1000", "kg"),
            measure("kilo", Unit.GRAM, "1000", "kg"),
            measure("oz", Unit.GRAM, "28.349523", "oz"),
            measure("lb", Unit.GRAM, "453.59237", "lb"),
            measure("ml", Unit.MILLILITRE, "1", "ml"),
            measure("cl", Unit.MILLILITRE, "10", "cl"),
            measure("l", Unit.MILLILITRE, "1000", "l"),
            measure("litre", Unit.MILLILITRE, "1000", "l"),
            measure("litres", Unit.MILLILITRE, "1000", "l"),
            measure("liter", Unit.MILLILITRE, "1000", "l"),
            measure("pint", Unit.MILLILITRE, "568.26125", "pint"),
            measure("pints", Unit.MILLILITRE, "568.26125", "pints"));
    private static final Pattern MEASURED = Pattern.compile(
            "(?:(?<times>\\d{1,3})\\s*[x×]\\s*)?(?<number>\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(?<unit>[a-z]+)(?:\\s*℮|\\s+e)?");
    private static final Pattern COUNTED = Pattern.compile(
            "(?<of>(?:pack|box|bag|case) of )?(?<count>\\d{1,4})\\s*(?<what>pack|pieces?|pcs|eggs|rolls|bags|tablets|buns|"
                    + "bars|sheets|pads|cloths|brushes|each)?");
    private static final Pattern AT_THE_END = Pattern
        .compile("(?:^|[\\s,(])((?:\\d{1,3}\\s*[x×]\\s*)?\\d{1,6}(?:[.,]\\d{1,3})?\\s*[a-z]+)\\)?$");
    private static final int LARGEST = 1_000_000;

    private SizeText() {}

    public static Optional<Size> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^(approx\\.?|about|ca?\\.) *", "");
        if (plain.matches("each|single|1|one|bunch|loaf|head|punnet")) {
            return Optional.of(new Size(plain.matches("1|one|single") ? "each" : plain, Unit.PIECE, 1));
        }
        Matcher measured = MEASURED.matcher(plain);
        if (measured.matches() && MEASURES.containsKey(measured.group("unit"))) {
            return measured(measured.group("times"), measured.group("number"), measured.group("unit"));
        }
        Matcher counted = COUNTED.matcher(plain);
        return counted.matches() ? counted(counted) : Optional.empty();
    }

    /// The size at the end of a product's name, as in `Porridge oats 1kg`.
    public static Optional<Size> atTheEndOf(String name) {
        Matcher match = AT_THE_END.matcher(name.strip().toLowerCase(Locale.ROOT));
        return match.find() ? read(match.group(1)).filter(size -> size.unit() != Unit.PIECE) : Optional.empty();
    }

    private static Optional<Size> measured(@Nullable String times, String number, String unit) {
        Measure measure = Objects.requireNonNull(MEASURES.get(unit));
        BigDecimal one = new BigDecimal(number.replace(',', '.'));
        int packs = times == null ? 1 : Integer.parseInt(times);
        BigDecimal all = one.multiply(measure.each()).multiply(BigDecimal.valueOf(packs));
        int amount = all.setScale(0, RoundingMode.HALF_UP).intValueExact();
        String label = plain(one) + " " + measure.label();
        return amount < 1 || amount > LARGEST
                ? Optional.empty()
                : Optional.of(new Size(packs == 1 ? label : packs + " × " + label, measure.unit(), amount));
    }

    private static Optional<Size> counted(Matcher match) {
        int count = Integer.parseInt(match.group("count"));
        String what = match.group("what");
        if (count < 1 || what == null && match.group("of") == null) {
            return Optional.empty();
        }
        boolean named = what != null && !what.matches("pack|pcs|pieces?|each");
        return Optional.of(new Size(named ? count + " " + what : "pack of " + count, Unit.PIECE, count));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static Map.Entry<String, Measure> measure(String word, Unit unit, String each, String label) {
        return Map.entry(word, new Measure(unit, new BigDecimal(each), label));
    }
}
