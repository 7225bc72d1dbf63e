package coop.roseash.dev.sumup;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

/// One HTTP request, read whole.
///
/// @param path in its parts: `/v0.1/checkouts/5` is `["v0.1", "checkouts", "5"]`; a trailing slash leaves an empty part
record Request(String method, List<String> path, Map<String, String> query, String body, Map<String, String> headers) {
    private static final int LONGEST_BODY = 64 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw Refusal.invalid("body");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : List.of("Authorization", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                .ifPresent(value -> headers.put(name, value));
        }
        String path = exchange.getRequestURI().getRawPath().substring(1);
        return new Request(exchange.getRequestMethod(), Arrays.asList(path.split("/", -1)),
                fields(exchange.getRequestURI().getRawQuery()), new String(body, StandardCharsets.UTF_8), headers);
    }

    /// The body's fields, where it is an HTML form.
    Map<String, String> form() {
        return fields(body);
    }

    /// Whether this is the method and the path; `*` stands for any one part.
    boolean is(String wantedMethod, String pattern) {
        List<String> parts = List.of(pattern.split("/"));
        if (!method.equals(wantedMethod) || parts.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals("*") && !parts.get(i).equals(path.get(i))
                    || parts.get(i).equals("*") && path.get(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> fields(@org.jspecify.annotations.Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("query");
        }
    }
}
