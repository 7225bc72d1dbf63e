package coop.roseash.service.market.extract;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.market.SourceRules.Budget;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.service.market.extract.Normaliser.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class NormaliserTest {
    private static final URI PAGE = URI.create("http://shop.example/p/loaf");
    private static final SourceRules RULES = new SourceRules(
            URI.create("http://shop.example/"), List.of("/"), true, List.of(), List.of("/p/.*"), List.of(), Map.of(),
            Duration.ZERO, new Budget(10, Duration.ofMinutes(1)), Map.of("0%", VatClass.ZERO),
            Map.of("food > bread", new ShelfName("Fresh food", "Bread and bakery")), "GBP", 10);

    private final Map<ProductField, String> found = new EnumMap<>(
            Map.of(
                    ProductField.NAME,
                    "Loaf",
                    ProductField.CODE,
                    "B-1",
                    ProductField.PRICE,
                    "3.80",
                    ProductField.SIZE,
                    "800g",
                    ProductField.CATEGORY,
                    "Food > Bread",
                    ProductField.VAT,
                    "0%"));

    @Test
    void makesAnItemInOurTerms() {
        found.put(ProductField.ALLERGENS, "Contains: wheat (gluten), sesame and milk");
        found.put(ProductField.DIETARY, "Vegan, Keto, Gluten-free");
        found.put(ProductField.IMAGE, "/loaf.png");
        found.put(ProductField.GTIN, "5012345678900");
        ShopItem item = item();
        assertEquals(new ShopItem.Price(380, "GBP", VatClass.ZERO), item.price());
        assertEquals(new Size("800 g", Size.Unit.GRAM, 800), item.size());
        assertEquals(List.of(Allergen.GLUTEN, Allergen.MILK, Allergen.SESAME), item.allergens());
        assertEquals(List.of(Diet.VEGAN, Diet.VEGETARIAN, Diet.GLUTEN_FREE), item.diets());
        assertEquals("http://shop.example/loaf.png", item.image());
        assertEquals("5012345678900", item.gtin());
        assertEquals(null, item.stock());
    }

    @Test
    void leavesOutAGtinWhoseCheckDigitIsWrong() {
        found.put(ProductField.GTIN, "5012345678901");
        assertEquals(null, item().gtin());
    }

    @Test
    void knowsWhatIsSoldOut() {
        found.put(ProductField.AVAILABILITY, "Out of stock");
        assertEquals(0, item().stock());
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        found.put(ProductField.PRICE, "3 for £5");
        found.put(ProductField.VAT, "13%");
        found.put(ProductField.CATEGORY, "Shoes");
        found.put(ProductField.ALLERGENS, "wheat, kryptonite");
        found.remove(ProductField.NAME);
        Outcome.Problems problems = assertInstanceOf(Outcome.Problems.class, outcome());
        assertEquals(
                List.of(
                        "no name found",
                        "'3 for £5' is not a price",
                        "the source's rules do not know the VAT '13%'",
                        "the source's rules do not know the category 'shoes'",
                        "the allergen 'kryptonite' is not known"),
                problems.problems());
    }

    @Test
    void refusesAnotherCurrency() {
        found.put(ProductField.PRICE, "3,80 €");
        assertInstanceOf(Outcome.Problems.class, outcome());
    }

    private ShopItem item() {
        return assertInstanceOf(Outcome.Item.class, outcome()).item();
    }

    private Outcome outcome() {
        Fields fields = new Fields();
        found.forEach((field, value) -> fields.add(field, value, "test"));
        return Normaliser.normalise(fields, RULES, PAGE);
    }
}
