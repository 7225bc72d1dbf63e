package coop.roseash.contract.market;

import java.util.Locale;

/// The fourteen allergens that must be named on food (Food Information Regulations 2014, Annex II).
public enum Allergen {
    CELERY, GLUTEN, CRUSTACEANS, EGGS, FISH, LUPIN, MILK, MOLLUSCS, MUSTARD, NUTS, PEANUTS, SESAME, SOYA, SULPHITES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
