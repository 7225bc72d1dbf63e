package coop.roseash.service.activity;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import coop.roseash.contract.web.FetchRequest;
import coop.roseash.model.activity.LocalKeyPair.Algorithm;
import coop.roseash.service.activity.signature.BodyDigest;
import coop.roseash.service.activity.signature.CavageSignature;

/// Requests to other servers, signed by one of our actors.
@Singleton
class SignedRequests {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
        .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    private final SiteKeys keys;
    private final Clock clock;

    SignedRequests(SiteKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    FetchRequest get(URI address, String actorUri) {
        Map<String, String> headers = dated(address);
        FetchRequest request = FetchRequest.get(address);
        for (var header : sign("get", address, actorUri, headers, List.of("(request-target)", "host", "date"))
            .entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    FetchRequest post(URI address, byte[] body, String actorUri) {
        Map<String, String> headers = dated(address);
        headers.put("digest", BodyDigest.of(body));
        headers.put("content-type", Vocabulary.MEDIA_TYPE);
        FetchRequest request = FetchRequest.post(address, body);
        List<String> covered = List.of("(request-target)", "host", "date", "digest", "content-type");
        for (var header : sign("post", address, actorUri, headers, covered).entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    /// All headers but Host, which the client sets from the address.
    private Map<String, String> sign(String method, URI address, String actorUri, Map<String, String> headers,
            List<String> covered) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        var request = new CavageSignature.Request(method, target, headers::get);
        headers.put("signature",
                CavageSignature.sign(request, covered, actorUri + "#main-key", keys.privateKey(Algorithm.RSA)));
        headers.remove("host");
        return headers;
    }

    private Map<String, String> dated(URI address) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", hostOf(address));
        headers.put("date", HTTP_DATE.format(clock.instant()));
        return headers;
    }

    /// As the Host header is sent: without the scheme's usual port.
    private static String hostOf(URI address) {
        boolean usual = address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        return usual ? address.getHost() : address.getHost() + ":" + address.getPort();
    }
}
