package coop.roseash.contract.market;

import java.math.BigInteger;

import coop.roseash.contract.money.Money;

/// What a kilogram, a litre or a piece costs (Price Marking Order 2004), rounded half up to the minor unit.
public record UnitPrice(Money price, String per) {
    public static UnitPrice of(Money price, Size size) {
        return switch (size.unit()) {
            case GRAM -> new UnitPrice(scaled(price, 1000, size.amount()), "kg");
            case MILLILITRE -> new UnitPrice(scaled(price, 1000, size.amount()), "litre");
            case PIECE -> new UnitPrice(scaled(price, 1, size.amount()), "each");
        };
    }

    private static Money scaled(Money price, int times, int amount) {
        BigInteger doubled = BigInteger.valueOf(price.minor()).multiply(BigInteger.valueOf(2L * times));
        BigInteger rounded = doubled.add(BigInteger.valueOf(amount)).divide(BigInteger.valueOf(2L * amount));
        return new Money(rounded.longValueExact(), price.currency());
    }

    /// For example `£4.75/kg`, `£0.35 each`.
    @Override
    public String toString() {
        return per.equals("each") ? price + " each" : price + "/" + per;
    }
}
