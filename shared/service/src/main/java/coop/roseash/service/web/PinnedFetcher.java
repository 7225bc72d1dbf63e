package coop.roseash.service.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.contract.web.FetchOutcome.Failed;
import coop.roseash.contract.web.FetchOutcome.Refused;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.SafeFetcher;
import coop.roseash.service.web.AddressGuard.Verdict.Connect;
import coop.roseash.service.web.AddressGuard.Verdict.Refuse;

/// Follows redirects by itself, so that every hop is checked and goes to the very address that was checked.
@Singleton
class PinnedFetcher implements SafeFetcher {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> SECRETS = Set.of("authorization", "cookie", "signature", "signature-input");

    private final AddressGuard guard;
    private final HttpExchange exchange;
    private final Clock clock;

    PinnedFetcher(AddressGuard guard, HttpExchange exchange, Clock clock) {
        this.guard = guard;
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        Instant end = clock.instant().plus(request.limits().total());
        FetchRequest hop = request;
        for (int redirects = 0;; redirects++) {
            FetchOutcome outcome = one(hop, Duration.between(clock.instant(), end));
            if (!(outcome instanceof Answered answer) || !redirected(hop, answer)) {
                return outcome;
            }
            if (redirects == request.limits().redirects()) {
                return redirects == 0 ? answer : new Failed(hop.address(), "more than " + redirects + " redirects");
            }
            hop = next(hop, answer);
        }
    }

    private FetchOutcome one(FetchRequest request, Duration left) {
        if (!left.isPositive()) {
            return new Failed(request.address(), "no whole answer in " + request.limits().total().toSeconds() + " s");
        }
        return switch (guard.check(request.address())) {
            case Refuse(String reason) -> new Refused(request.address(), reason);
            case Connect(var address, int port) -> exchange.send(request, address, port, left);
        };
    }

    private static boolean redirected(FetchRequest request, Answered answer) {
        boolean safe = request.method().equals("GET") || request.method().equals("HEAD");
        return safe && REDIRECTS.contains(answer.status()) && target(request.address(), answer) != null;
    }

    private static FetchRequest next(FetchRequest request, Answered answer) {
        URI from = request.address();
        URI to = Objects.requireNonNull(target(from, answer));
        return new FetchRequest(request.method(), to, headersFor(from, to, request.headers()), new byte[0],
                request.limits());
    }

    /// What proves who we are stays with the server it was meant for.
    private static Map<String, String> headersFor(URI from, URI to, Map<String, String> headers) {
        boolean sameOrigin = from.getScheme().equalsIgnoreCase(to.getScheme())
                && from.getRawAuthority().equalsIgnoreCase(to.getRawAuthority());
        Map<String, String> kept = new HashMap<>(headers);
        kept.keySet().removeIf(name -> !sameOrigin && SECRETS.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }

    private static @Nullable URI target(URI from, Answered answer) {
        try {
            return answer.header("location")
                .map(from::resolve)
                .filter(uri -> uri.getRawAuthority() != null)
                .orElse(null);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
