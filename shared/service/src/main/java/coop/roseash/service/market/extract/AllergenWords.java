package coop.roseash.service.market.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import coop.roseash.contract.market.Allergen;

/// Reads a list of allergens as shops write it: `Wheat (gluten), milk and soya`.
final class AllergenWords {
    private static final Map<String, Allergen> WORDS = Map.ofEntries(
            Map.entry("celery", Allergen.CELERY),
            Map.entry("gluten", Allergen.GLUTEN),
            Map.entry("cereals containing gluten", Allergen.GLUTEN),
            Map.entry("wheat", Allergen.GLUTEN),
            Map.entry("rye", Allergen.GLUTEN),
            Map.entry("barley", Allergen.GLUTEN),
            Map.entry("oats", Allergen.GLUTEN),
            Map.entry("spelt", Allergen.GLUTEN),
            Map.entry("crustaceans", Allergen.CRUSTACEANS),
            Map.entry("egg", Allergen.EGGS),
            Map.entry("eggs", Allergen.EGGS),
            Map.entry("fish", Allergen.FISH),
            Map.entry("lupin", Allergen.LUPIN),
            Map.entry("milk", Allergen.MILK),
            Map.entry("dairy", Allergen.MILK),
            Map.entry("lactose", Allergen.MILK),
            Map.entry("molluscs", Allergen.MOLLUSCS),
            Map.entry("mustard", Allergen.MUSTARD),
            Map.entry("nuts", Allergen.NUTS),
            Map.entry("almonds", Allergen.NUTS),
            Map.entry("hazelnuts", Allergen.NUTS),
            Map.entry("walnuts", Allergen.NUTS),
            Map.entry("cashews", Allergen.NUTS),
            Map.entry("peanuts", Allergen.PEANUTS),
            Map.entry("sesame", Allergen.SESAME),
            Map.entry("soya", Allergen.SOYA),
            Map.entry("soy", Allergen.SOYA),
            Map.entry("sulphites", Allergen.SULPHITES),
            Map.entry("sulphur dioxide", Allergen.SULPHITES));
    private static final Set<String> NOTHING = Set.of("", "none", "no allergens", "none known");

    private AllergenWords() {}

    record Read(List<Allergen> allergens, List<String> unknown) {}

    static Read read(String text) {
        EnumSet<Allergen> known = EnumSet.noneOf(Allergen.class);
        List<String> unknown = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).replaceFirst("^contains:? ", "").split("[,;()/]| and ")) {
            String word = part.strip();
            Allergen allergen = WORDS.get(word);
            if (allergen != null) {
                known.add(allergen);
            } else if (!NOTHING.contains(word)) {
                unknown.add(word);
            }
        }
        return new Read(List.copyOf(known), unknown);
    }
}
