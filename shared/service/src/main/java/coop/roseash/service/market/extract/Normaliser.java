package coop.roseash.service.market.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// Turns found text into a checked item, or says everything that is wrong with it at once.
public final class Normaliser {
    private static final int LONGEST_NAME = 200;

    private final SourceRules rules;
    private final Fields fields;
    private final URI page;
    private final List<String> problems = new ArrayList<>();

    private Normaliser(SourceRules rules, Fields fields, URI page) {
        this.rules = rules;
        this.fields = fields;
        this.page = page;
    }

    public sealed interface Outcome {
        record Item(ShopItem item) implements Outcome {}

        record Problems(List<String> problems) implements Outcome {
            public Problems {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Outcome normalise(Fields fields, SourceRules rules, URI page) {
        return new Normaliser(rules, fields, page).outcome();
    }

    private Outcome outcome() {
        String name = name();
        Money price = price();
        VatClass vat = vat();
        ShelfName shelf = shelf();
        List<Allergen> allergens = allergens();
        Size size = size(name);
        if (!problems.isEmpty() || price == null || vat == null || shelf == null || size == null) {
            return new Outcome.Problems(problems);
        }
        ShopItem.Price priced = new ShopItem.Price(price.minor(), price.currency().getCurrencyCode(), vat);
        ShopItem.Text text = new ShopItem.Text(
                text(ProductField.DESCRIPTION),
                text(ProductField.INGREDIENTS),
                text(ProductField.ORIGIN));
        return new Outcome.Item(
                new ShopItem(code(), gtin(), name, text(ProductField.BRAND), size, priced, shelf, text,
                        DietWords.read(text(ProductField.DIETARY)), allergens, image(), stock()));
    }

    private String name() {
        String name = text(ProductField.NAME);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(name.isEmpty() ? "no name found" : "the name is longer than " + LONGEST_NAME + " letters");
        }
        return name;
    }

    private String code() {
        String code = text(ProductField.CODE);
        String gtin = gtin();
        return !code.isEmpty() ? code : gtin != null ? gtin : page.getPath();
    }

    private @Nullable String gtin() {
        String digits = text(ProductField.GTIN).replaceAll("[ -]", "");
        return Gtin.isValid(digits) ? digits : null;
    }

    private @Nullable Money price() {
        String text = text(ProductField.PRICE);
        if (text.isEmpty()) {
            problems.add("no price found");
            return null;
        }
        Currency currency = currency();
        Optional<Money> price = fields.get(ProductField.PRICE)
            .filter(found -> !found.provenance().startsWith("selector"))
            .flatMap(found -> PriceText.readStructured(text, currency))
            .or(() -> PriceText.read(text, currency));
        if (price.isEmpty()) {
            problems.add("'" + text + "' is not a price");
        } else if (!price.get().currency().getCurrencyCode().equals(rules.currency())) {
            problems.add("'" + text + "' is not in " + rules.currency());
        }
        return price.orElse(null);
    }

    private Currency currency() {
        String code = text(ProductField.CURRENCY);
        try {
            return Currency.getInstance(code.isEmpty() ? rules.currency() : code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add("'" + code + "' is not a currency");
            return Currency.getInstance(rules.currency());
        }
    }

    private @Nullable VatClass vat() {
        String word = text(ProductField.VAT).toLowerCase(Locale.ROOT);
        VatClass vat = rules.vat().get(word);
        if (vat == null) {
            problems
                .add(word.isEmpty() ? "no VAT rate found" : "the source's rules do not know the VAT '" + word + "'");
        }
        return vat;
    }

    private @Nullable ShelfName shelf() {
        String path = text(ProductField.CATEGORY).toLowerCase(Locale.ROOT);
        ShelfName shelf = rules.categories().get(path);
        if (shelf == null) {
            problems.add(
                    path.isEmpty()
                            ? "no category found"
                            : "the source's rules do not know the category '" + path + "'");
        }
        return shelf;
    }

    private @Nullable Size size(String name) {
        String text = text(ProductField.SIZE);
        if (text.isEmpty()) {
            return SizeText.atTheEndOf(name).orElseGet(Size::single);
        }
        Optional<Size> size = SizeText.read(text);
        if (size.isEmpty()) {
            problems.add("'" + text + "' is not a size");
        }
        return size.orElse(null);
    }

    /// An unknown word is a problem, never left out: someone may fall ill of it.
    private List<Allergen> allergens() {
        AllergenWords.Read read = AllergenWords.read(text(ProductField.ALLERGENS));
        read.unknown().forEach(word -> problems.add("the allergen '" + word + "' is not known"));
        return read.allergens();
    }

    private String image() {
        try {
            String image = text(ProductField.IMAGE);
            return image.isEmpty() ? "" : page.resolve(image).toString();
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private @Nullable Integer stock() {
        String quantity = text(ProductField.QUANTITY);
        if (quantity.matches("\\d{1,6}")) {
            return Integer.valueOf(quantity);
        }
        String availability = text(ProductField.AVAILABILITY).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return availability.matches("outofstock|soldout|discontinued|oos") ? 0 : null;
    }

    private String text(ProductField field) {
        return fields.text(field);
    }
}
