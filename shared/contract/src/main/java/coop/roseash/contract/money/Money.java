package coop.roseash.contract.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/// An amount in whole minor units (pence, cents) of one currency (ISO 4217).
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(currency);
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// Reads an amount in major units exactly.
    ///
    /// @throws ArithmeticException when it has more decimals than the currency, or does not fit
    public static Money ofMajor(BigDecimal major, Currency currency) {
        BigDecimal scaled = major.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException on overflow
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /// @throws IllegalArgumentException when the currencies differ
    /// @throws ArithmeticException on overflow
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /// @throws ArithmeticException on overflow
    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /// As people write it: `£12.40`, `€3.00`, `-£1.00`.
    @Override
    public String toString() {
        String amount = currency.getSymbol(Locale.UK) + major().abs().toPlainString();
        return minor < 0 ? "-" + amount : amount;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
