package coop.roseash.contract.market;

import java.util.Locale;

/// What the scraper looks for on a product's page.
public enum ProductField {
    NAME, CODE, GTIN, BRAND, PRICE, CURRENCY, SIZE, CATEGORY, DESCRIPTION, INGREDIENTS, IMAGE, AVAILABILITY, QUANTITY, VAT, DIETARY, ALLERGENS, ORIGIN;

    public String label() {
        if (this == VAT || this == GTIN) {
            return name();
        }
        String words = name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
