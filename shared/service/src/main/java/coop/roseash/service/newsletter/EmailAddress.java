package coop.roseash.service.newsletter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as they are kept: trimmed and in lower case.
final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern PLAUSIBLE = Pattern
        .compile("[^@\\s\\p{Cntrl}<>(),;:\"\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private EmailAddress() {}

    /// Empty when mail could not be sent there.
    static Optional<String> of(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && PLAUSIBLE.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}
