package coop.roseash.service.market.extract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.ProductField;

/// What was found of one product; the first finder of a field wins.
public final class Fields {
    private static final int LONGEST = 10_000;

    private final Map<ProductField, Found> found = new EnumMap<>(ProductField.class);

    public Optional<Found> get(ProductField field) {
        return Optional.ofNullable(found.get(field));
    }

    /// What was found before, read back.
    public static Fields of(Map<ProductField, Found> kept) {
        Fields fields = new Fields();
        fields.found.putAll(kept);
        return fields;
    }

    /// Empty where nothing was found.
    public String text(ProductField field) {
        return get(field).map(Found::value).orElse("");
    }

    public Map<ProductField, Found> all() {
        return Map.copyOf(found);
    }

    void add(ProductField field, @Nullable String value, String provenance) {
        if (value != null && !value.isBlank()) {
            String text = value.strip();
            found.putIfAbsent(field, new Found(text.substring(0, Math.min(text.length(), LONGEST)), provenance));
        }
    }

    void addAll(Fields other, Set<ProductField> except) {
        other.found.forEach((field, value) -> {
            if (!except.contains(field)) {
                found.putIfAbsent(field, value);
            }
        });
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
