package coop.roseash.service.market.scrape;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.market.Scrapes.Difference;
import coop.roseash.contract.money.Money;
import coop.roseash.service.market.extract.ShopItem;

/// An item field by field as people read it in a report; two items are the same where their texts are.
final class ItemText {
    private static final int LONGEST = 300;

    private ItemText() {}

    static Map<ProductField, String> of(ShopItem item, @Nullable String pictureHash) {
        Map<ProductField, String> texts = new EnumMap<>(ProductField.class);
        texts.put(ProductField.NAME, item.name());
        texts.put(ProductField.CODE, item.code());
        texts.put(ProductField.GTIN, Objects.requireNonNullElse(item.gtin(), ""));
        texts.put(ProductField.BRAND, item.brand());
        texts.put(ProductField.PRICE, Money.of(item.price().minor(), item.price().currency()).toString());
        texts.put(ProductField.SIZE, item.size().label());
        texts.put(ProductField.CATEGORY, item.shelf().department() + " › " + item.shelf().shelf());
        texts.put(ProductField.DESCRIPTION, item.text().description());
        texts.put(ProductField.INGREDIENTS, item.text().ingredients());
        texts.put(ProductField.ORIGIN, item.text().origin());
        texts.put(ProductField.VAT, item.price().vat().name().toLowerCase(Locale.ROOT));
        texts.put(ProductField.DIETARY, item.diets().stream().map(Diet::label).collect(Collectors.joining(", ")));
        texts.put(ProductField.ALLERGENS,
                item.allergens().stream().map(Allergen::label).collect(Collectors.joining(", ")));
        texts.put(ProductField.IMAGE, pictureHash == null ? "" : pictureHash.substring(0, 12));
        return texts;
    }

    /// Every field that differs; with nothing before, every field that says something.
    static List<Difference> differences(Map<ProductField, String> before, KeptItem found) {
        return of(found.item(), found.pictureHash()).entrySet()
            .stream()
            .filter(entry -> !entry.getValue().equals(before.getOrDefault(entry.getKey(), "")))
            .map(
                    entry -> new Difference(
                            entry.getKey(),
                            cut(before.getOrDefault(entry.getKey(), "")),
                            cut(entry.getValue()),
                            found.provenance().getOrDefault(entry.getKey(), "")))
            .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
