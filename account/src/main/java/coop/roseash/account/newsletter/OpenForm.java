package coop.roseash.account.newsletter;

import java.util.Map;

/// A new newsletter as an editor describes it, and what is wrong with it, by field.
record OpenForm(String slug, String name, String description, Map<String, String> errors) {
    OpenForm {
        errors = Map.copyOf(errors);
    }

    static OpenForm empty() {
        return new OpenForm("", "", "", Map.of());
    }

    OpenForm refused(String field, String message) {
        return new OpenForm(slug, name, description, Map.of(field, message));
    }
}
