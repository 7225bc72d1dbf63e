package coop.roseash.contract.market;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What people who eat in a certain way look for.
public enum Diet {
    VEGAN, VEGETARIAN, GLUTEN_FREE, ORGANIC, FAIRTRADE;

    /// As in addresses: `gluten-free`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static Optional<Diet> ofSlug(String slug) {
        return Arrays.stream(values()).filter(diet -> diet.slug().equals(slug)).findFirst();
    }
}
