package coop.roseash.service.market.extract;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;

/// Reads a price as people and machines write it; what could mean something else is not a price.
///
/// `3 for £5`, `£3–£5`, `£4.20/kg` and `0.500` are refused rather than guessed at.
public final class PriceText {
    private static final Map<String, String> SYMBOLS = Map.of("£", "GBP", "€", "EUR", "$", "USD", "¥", "JPY");
    private static final long LARGEST_MINOR = 1_000_000_000L;
    private static final String SPACE = "[ \\u00a0\\u202f\\u2009]";
    private static final Pattern WHOLE = Pattern.compile(
            "(?:(?:price|now|only):?" + SPACE + "+)?(?<before>[£€$¥]|[A-Z]{3})?" + SPACE
                    + "*(?<number>\\d(?:[\\d.,'’ \\u00a0\\u202f\\u2009]*\\d)?)" + SPACE
                    + "*(?<after>[£€$¥]|[A-Z]{3}|p)?(?:" + SPACE + "+(?:each|inc(?:l|luding)?\\.? VAT))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIMPLE = Pattern.compile("(?<units>\\d+)(?:[.,](?<decimals>\\d{1,2}))?");
    private static final Pattern GROUPED = Pattern.compile(
            "(?<units>[1-9]\\d{0,2}(?<group>[.,'’ \\u00a0\\u202f\\u2009])\\d{3}(?:\\k<group>\\d{3})*)"
                    + "(?:(?!\\k<group>)[.,](?<decimals>\\d{1,2}))?");

    private PriceText() {}

    /// Reads text meant for people.
    ///
    /// @param assumed the currency where the text names none
    public static Optional<Money> read(String text, Currency assumed) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return Optional.empty();
        }
        String before = whole.group("before");
        String after = whole.group("after");
        if (before != null && after != null) {
            return Optional.empty();
        }
        String number = whole.group("number");
        if ("p".equalsIgnoreCase(after)) {
            return pence(number);
        }
        return currency(before != null ? before : after, assumed).flatMap(currency -> amount(number, currency));
    }

    /// Reads a number from structured data, where the point is always a decimal point; falls back to [#read],
    /// since shops write `3,20` and `£3.20` there too.
    public static Optional<Money> readStructured(String text, Currency currency) {
        try {
            return checked(Money.ofMajor(new BigDecimal(text.strip()), currency));
        } catch (NumberFormatException notANumber) {
            return read(text, currency);
        } catch (ArithmeticException tooManyDecimals) {
            return Optional.empty();
        }
    }

    private static Optional<Money> pence(String number) {
        return number.matches("\\d{1,3}")
                ? Optional.of(Money.of(Long.parseLong(number), "GBP"))
                : Optional.empty();
    }

    private static Optional<Currency> currency(@Nullable String said, Currency assumed) {
        if (said == null) {
            return Optional.of(assumed);
        }
        try {
            String upper = said.toUpperCase(Locale.ROOT);
            return Optional.of(Currency.getInstance(SYMBOLS.getOrDefault(said, upper)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Money> amount(String number, Currency currency) {
        Matcher match = SIMPLE.matcher(number);
        if (!match.matches()) {
            match = GROUPED.matcher(number);
            if (!match.matches()) {
                return Optional.empty();
            }
        }
        String units = match.group("units").replaceAll("\\D", "");
        String decimals = match.group("decimals");
        try {
            return checked(
                    Money.ofMajor(new BigDecimal(decimals == null ? units : units + "." + decimals), currency));
        } catch (ArithmeticException doesNotFit) {
            return Optional.empty();
        }
    }

    private static Optional<Money> checked(Money money) {
        return money.minor() >= 0 && money.minor() <= LARGEST_MINOR ? Optional.of(money) : Optional.empty();
    }
}
