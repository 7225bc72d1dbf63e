package coop.roseash.contract.mail;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One mail to one person.
///
/// @param key unique per mail that must be sent once; also makes its stable Message-ID
/// @param html null for a plain-text mail
/// @param headers further headers, for example List-Unsubscribe (RFC 8058)
public record Mail(String key, String to, String subject, String text, @Nullable String html,
        Map<String, String> headers) {
    public Mail {
        headers = Map.copyOf(headers);
    }

    public static Mail text(String key, String to, String subject, String text) {
        return new Mail(key, to, subject, text, null, Map.of());
    }
}
