package coop.roseash.service.site;

import java.util.function.Function;

import io.quarkus.runtime.configuration.ConfigurationException;

/// Reads one setting, and stops the start with one line for a person when it is not what it should be.
final class Setting {
    private Setting() {}

    /// @param shouldBe completes "… but should be"
    static <T> T read(String key, String value, String shouldBe, Function<String, T> parse) {
        try {
            return parse.apply(value.strip());
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "The setting " + key + " is \"" + value + "\" but should be " + shouldBe + ".");
        }
    }

    static String matching(String key, String value, String shouldBe, String pattern) {
        return read(key, value, shouldBe, text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }
}
