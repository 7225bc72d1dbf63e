package coop.roseash.service.market;

import java.text.Normalizer;
import java.util.Locale;

/// Text made comparable: for searching, and for addresses.
final class Words {
    private static final int LONGEST_SLUG = 80;

    private Words() {}

    /// Lower case, no accents, one space between words: `Crème fraîche, 200 ml` → `creme fraiche 200 ml`.
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    }

    /// For addresses: ASCII letters, digits and single hyphens; never empty.
    static String slug(String text) {
        String slug = fold(text.replace("&", " and ")).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = slug.length() <= LONGEST_SLUG ? slug : slug.substring(0, LONGEST_SLUG).replaceAll("-$", "");
        return cut.isEmpty() ? "item" : cut;
    }
}
