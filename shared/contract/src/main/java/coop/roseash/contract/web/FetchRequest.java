package coop.roseash.contract.web;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// One request to the open web; redirects are followed for GET and HEAD only.
///
/// @param headers a caller's `User-Agent` replaces the site's own; `Host` and the length are set for the caller
/// @param body empty for none
public record FetchRequest(String method, URI address, Map<String, String> headers, byte[] body, Limits limits) {
    /// @param bytes the largest body taken, also after decompression
    /// @param total from the first look-up to the last byte, redirects included
    /// @param redirects how many are followed; 0 answers the redirect itself
    public record Limits(int bytes, Duration total, int redirects) {
        public static final Limits USUAL = new Limits(5 * 1024 * 1024, Duration.ofSeconds(20), 5);

        public Limits {
            if (bytes < 1 || redirects < 0 || !total.isPositive()) {
                throw new IllegalArgumentException("Limits must be positive");
            }
        }
    }

    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    public static FetchRequest get(URI address) {
        return new FetchRequest("GET", address, Map.of(), new byte[0], Limits.USUAL);
    }

    public static FetchRequest post(URI address, byte[] body) {
        return new FetchRequest("POST", address, Map.of(), body, Limits.USUAL);
    }

    public FetchRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new FetchRequest(method, address, more, body, limits);
    }

    public FetchRequest within(Limits newLimits) {
        return new FetchRequest(method, address, headers, body, newLimits);
    }
}
