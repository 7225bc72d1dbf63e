package coop.roseash.federation.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The parameters of a query or a form body, each at most once (RFC 6749 section 3.1) and byte-exact.
public final class Parameters {
    private static final int MOST = 50;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /// @throws MalformedParameters when it is not well percent-encoded, or has far too many
    public static Parameters parse(@Nullable String encoded) throws MalformedParameters {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return new Parameters(values);
        }
        String[] pairs = encoded.split("&");
        if (pairs.length > MOST) {
            throw new MalformedParameters();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            values.computeIfAbsent(name, any -> new ArrayList<>())
                .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Parameters(values);
    }

    /// The value as text; empty counts as absent.
    public Optional<String> text(String name) {
        return bytes(name)
            .map(value -> new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /// The value with one char for each byte, fit to be sent back exactly with [#encode].
    public Optional<String> bytes(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst).filter(value -> !value.isEmpty());
    }

    /// A parameter without a value counts as left out (RFC 6749 section 3.1).
    public boolean has(String name) {
        return bytes(name).isPresent();
    }

    public boolean isRepeated(String name) {
        return values.getOrDefault(name, List.of()).size() > 1;
    }

    public boolean anyRepeated() {
        return values.values().stream().anyMatch(all -> all.size() > 1);
    }

    /// The same parameters without some, encoded.
    public String without(List<String> names) {
        StringBuilder query = new StringBuilder();
        values.forEach((name, all) -> {
            if (!names.contains(name)) {
                all.forEach(value -> append(query, encode(name), encode(value)));
            }
        });
        return query.toString();
    }

    /// Percent-encodes a value of one char for each byte.
    public static String encode(String bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length() + 16);
        for (byte each : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (each & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits((byte) c));
            }
        }
        return encoded.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!query.isEmpty()) {
            query.append('&');
        }
        query.append(name).append('=').append(value);
    }

    private static String decode(String encoded) throws MalformedParameters {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        StringBuilder decoded = new StringBuilder(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int c = raw[i] & 0xFF;
            if (c == '%') {
                int high = i + 2 <= raw.length - 1 ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 <= raw.length - 1 ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new MalformedParameters();
                }
                c = high * 16 + low;
                i += 2;
            } else if (c == '+') {
                c = ' ';
            }
            decoded.append((char) c);
        }
        return decoded.toString();
    }

    /// Says that a query or form body cannot be read.
    public static final class MalformedParameters extends Exception {
        MalformedParameters() {
            super("The parameters are not well encoded");
        }
    }
}
