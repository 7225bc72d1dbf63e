package coop.roseash.service.market.scrape;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.contract.web.FetchOutcome.Failed;
import coop.roseash.contract.web.FetchOutcome.Refused;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.SafeFetcher;

/// The one visitor of one run: one request at a time, a pause after each, robots.txt obeyed.
///
/// Used by one thread only, which is what keeps one request in flight per host.
final class PoliteFetcher {
    private final SafeFetcher fetcher;
    private final ScraperConfig config;
    private final Clock clock;
    private final Duration gap;
    private final Map<String, Robots> robots = new HashMap<>();
    private final Map<String, Instant> lastAsked = new HashMap<>();

    /// @param gap the source's own
    PoliteFetcher(SafeFetcher fetcher, ScraperConfig config, Clock clock, Duration gap) {
        this.fetcher = fetcher;
        this.config = config;
        this.clock = clock;
        this.gap = gap.compareTo(config.gap()) > 0 ? gap : config.gap();
    }

    /// What tells the server which copy we have.
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }

    sealed interface Visit {
        record Read(Answered answer) implements Visit {}

        /// 304: the copy we have is still right.
        record Unchanged() implements Visit {}

        /// 404 or 410.
        record Missing() implements Visit {}

        record Problem(String reason) implements Visit {}
    }

    /// @throws StopRun when the shop asks us to stop
    Visit visit(URI address, Validators have) {
        if (!robotsOf(address).allows(address)) {
            return new Visit.Problem("robots.txt forbids it");
        }
        return switch (ask(address, have)) {
            case Answered answer -> understood(answer);
            case Refused(URI target, String reason) -> new Visit.Problem(target + ": " + reason);
            case Failed(URI target, String reason) -> new Visit.Problem(target + ": " + reason);
        };
    }

    Robots robotsOf(URI address) {
        String host = address.getScheme() + "://" + address.getRawAuthority();
        Robots known = robots.get(host);
        if (known != null) {
            return known;
        }
        Robots read = switch (ask(URI.create(host + "/robots.txt"), Validators.NONE)) {
            case Answered answer -> Robots.of(answer, config.userAgent());
            case Refused(URI target, String reason) -> throw new StopRun(target + " was not asked: " + reason + ".");
            case Failed(URI target, String reason) -> throw new StopRun(target + " did not answer: " + reason + ".");
        };
        if (read.delay().compareTo(config.longestWait()) > 0) {
            throw new StopRun("The shop's robots.txt asks for a pause of " + read.delay().toSeconds() + " s.");
        }
        robots.put(host, read);
        return read;
    }

    private static Visit understood(Answered answer) {
        int status = answer.status();
        if (status == 401 || status == 403 || status == 429) {
            throw new StopRun(answer.address() + " answered " + status + ": the shop does not want to be read.");
        }
        if (status == 304) {
            return new Visit.Unchanged();
        }
        if (status == 404 || status == 410) {
            return new Visit.Missing();
        }
        return answer.ok() ? new Visit.Read(answer) : new Visit.Problem("it answered " + status);
    }

    private FetchOutcome ask(URI address, Validators have) {
        FetchRequest request = FetchRequest.get(address).with("User-Agent", config.userAgent());
        if (have.etag() != null) {
            request = request.with("If-None-Match", have.etag());
        }
        if (have.lastModified() != null) {
            request = request.with("If-Modified-Since", have.lastModified());
        }
        FetchOutcome outcome = paused(request);
        Optional<Duration> wait = outcome instanceof Answered answer ? retryAfter(answer) : Optional.empty();
        if (wait.isPresent()) {
            sleep(wait.get());
            return paused(request);
        }
        return outcome;
    }

    /// Asked to come back soon, we do so once; a long wait is left to the next run.
    private Optional<Duration> retryAfter(Answered answer) {
        boolean busy = answer.status() == 429 || answer.status() == 503;
        return answer.header("retry-after")
            .filter(seconds -> busy && seconds.matches("\\d{1,6}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .filter(wait -> wait.compareTo(config.longestWait()) <= 0);
    }

    private FetchOutcome paused(FetchRequest request) {
        String host = request.address().getRawAuthority();
        Instant last = lastAsked.get(host);
        if (last != null) {
            sleep(Duration.between(clock.instant(), last.plus(pause(request.address()))));
        }
        try {
            return fetcher.fetch(request);
        } finally {
            lastAsked.put(host, clock.instant());
        }
    }

    private Duration pause(URI address) {
        Robots known = robots.get(address.getScheme() + "://" + address.getRawAuthority());
        Duration asked = known == null ? Duration.ZERO : known.delay();
        Duration least = asked.compareTo(gap) > 0 ? asked : gap;
        double stretch = 1 + config.jitter() * ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos((long) (least.toNanos() * stretch));
    }

    private static void sleep(Duration wait) {
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new StopRun("The run was interrupted by a shutdown.");
            }
        }
    }
}
