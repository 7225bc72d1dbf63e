package coop.roseash.market.admin;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import coop.roseash.contract.market.Product.Variant;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.stock.Stock.Level;
import coop.roseash.contract.trade.Sellable;

/// What the shopkeeper typed about a variant, as typed.
///
/// @param count the key of the next recount
/// @param errors messages by field
public record VariantForm(Variant variant, String priceText, String onHandText, String count,
        Map<String, String> errors) {
    public VariantForm {
        errors = Map.copyOf(errors);
    }

    static VariantForm of(Variant variant, Map<Sellable, Level> levels) {
        Level level = levels.get(Sellable.product(variant.id()));
        return new VariantForm(variant, variant.price().major().toPlainString(),
                level == null ? "" : String.valueOf(level.onHand()), UUID.randomUUID().toString(), Map.of());
    }

    VariantForm withPrice(String typed) {
        return new VariantForm(variant, typed, onHandText, count, errors);
    }

    VariantForm withOnHand(String typed) {
        return new VariantForm(variant, priceText, typed, count, errors);
    }

    VariantForm refuse(String field, String message) {
        return new VariantForm(variant, priceText, onHandText, count, Map.of(field, message));
    }

    /// The typed price in the variant's currency, when it is one.
    Optional<Money> price() {
        String symbol = variant.price().currency().getSymbol(Locale.UK);
        String plain = priceText.strip().replace(symbol, "").strip();
        try {
            return plain.matches("\\d{1,7}(\\.\\d+)?")
                    ? Optional.of(Money.ofMajor(new BigDecimal(plain), variant.price().currency()))
                    : Optional.empty();
        } catch (ArithmeticException tooManyDecimals) {
            return Optional.empty();
        }
    }
}
