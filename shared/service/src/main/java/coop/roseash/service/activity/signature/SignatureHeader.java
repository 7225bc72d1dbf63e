package coop.roseash.service.activity.signature;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The `Signature` header (draft-cavage-http-signatures-12, section 2.1).
///
/// @param algorithm as sent; empty where none was
/// @param covered the names of what is signed, in lower case and in order
/// @param created seconds since 1970, null where absent
/// @param expires seconds since 1970, null where absent
public record SignatureHeader(String keyId, String algorithm, List<String> covered, byte[] signature,
        @Nullable Long created, @Nullable Long expires) {
    private static final int LONGEST = 8 * 1024;
    private static final Pattern PARAMETER = Pattern.compile("\\s*([a-zA-Z]+)=(?:\"([^\"]*)\"|(\\d{1,18}))\\s*(?:,|$)");

    public SignatureHeader {
        covered = List.copyOf(covered);
    }

    /// Empty when it is malformed or names a parameter twice.
    public static Optional<SignatureHeader> parse(String header) {
        return header.length() > LONGEST ? Optional.empty() : parameters(header).flatMap(SignatureHeader::of);
    }

    /// Whether all of these are signed, so that none of them can be changed on the way.
    public boolean covers(String... names) {
        return covered.containsAll(Arrays.asList(names));
    }

    private static Optional<Map<String, String>> parameters(String header) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        int end = 0;
        while (end < header.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (found.putIfAbsent(matcher.group(1), value) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return Optional.of(found);
    }

    private static Optional<SignatureHeader> of(Map<String, String> parameters) {
        String keyId = parameters.get("keyId");
        String signature = parameters.get("signature");
        if (keyId == null || keyId.isEmpty() || signature == null) {
            return Optional.empty();
        }
        String names = parameters.getOrDefault("headers", "date").toLowerCase(Locale.ROOT).strip();
        try {
            return Optional.of(
                    new SignatureHeader(keyId, parameters.getOrDefault("algorithm", ""), List.of(names.split(" +")),
                            Base64.getDecoder().decode(signature), seconds(parameters.get("created")),
                            seconds(parameters.get("expires"))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable Long seconds(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }
}
