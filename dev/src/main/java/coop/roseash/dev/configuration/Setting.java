package coop.roseash.dev.configuration;

import java.util.Locale;

/// One setting as an operator sees it.
///
/// @param app the app that reads it, or `all`
/// @param type what its value is, for example `Duration`
/// @param standard the value it has when nobody sets it: empty where it must be set, `–` where it may be absent
/// @param meaning its doc comment, on one line
record Setting(String key, String app, String type, String standard, String meaning) {
    /// The environment variable and the Docker secret's file that set it, by MicroProfile Config's rule.
    String environment() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
