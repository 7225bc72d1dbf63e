package coop.roseash.service.market.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import coop.roseash.contract.market.Diet;

/// Reads what a product suits; words we keep no tag for are passed over, since nobody is harmed by it.
final class DietWords {
    private static final Map<String, Diet> WORDS = Map.of(
            "vegan",
            Diet.VEGAN,
            "vegetarian",
            Diet.VEGETARIAN,
            "organic",
            Diet.ORGANIC,
            "glutenfree",
            Diet.GLUTEN_FREE,
            "fairtrade",
            Diet.FAIRTRADE);

    private DietWords() {}

    static List<Diet> read(String text) {
        EnumSet<Diet> diets = EnumSet.noneOf(Diet.class);
        for (String part : text.split("[,;|]")) {
            Diet diet = WORDS.get(part.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
            if (diet != null) {
                diets.add(diet);
            }
        }
        if (diets.contains(Diet.VEGAN)) {
            diets.add(Diet.VEGETARIAN);
        }
        return List.copyOf(diets);
    }
}
