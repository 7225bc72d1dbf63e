package coop.roseash.dev.bench;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The cookies of one browser at one provider.
final class CookieJar {
    private final Map<String, String> cookies = new LinkedHashMap<>();

    void keep(HttpResponse<?> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    String header() {
        return cookies.entrySet()
            .stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    }
}
