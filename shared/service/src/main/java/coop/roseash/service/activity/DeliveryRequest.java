package coop.roseash.service.activity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import jakarta.inject.Singleton;

import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.SafeFetcher;
import coop.roseash.model.activity.Delivery;
import coop.roseash.model.activity.StoredActivity;

/// Posts one activity to one inbox, signed by its actor, and tells what the answer means.
@Singleton
class DeliveryRequest {
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final SafeFetcher fetcher;
    private final SignedRequests requests;
    private final OtherServers servers;
    private final ActivityPubConfig config;
    private final Clock clock;

    DeliveryRequest(SafeFetcher fetcher, SignedRequests requests, OtherServers servers, ActivityPubConfig config,
            Clock clock) {
        this.fetcher = fetcher;
        this.requests = requests;
        this.servers = servers;
        this.config = config;
        this.clock = clock;
    }

    sealed interface Answer {
        record Delivered() implements Answer {}

        record Refused(String reason, boolean gone) implements Answer {}

        record Failed(String reason, Duration retryAfter) implements Answer {}
    }

    Answer send(Delivery delivery, StoredActivity activity) {
        Optional<URI> inbox = servers.address(delivery.inbox);
        if (inbox.isEmpty()) {
            return new Answer.Refused("not an address we send to", false);
        }
        byte[] body = activity.body.getBytes(StandardCharsets.UTF_8);
        FetchRequest request = requests.post(inbox.get(), body, activity.actorUri)
            .within(new FetchRequest.Limits(LARGEST_ANSWER, config.delivery().timeout(), 0));
        return switch (fetcher.fetch(request)) {
            case FetchOutcome.Answered answered -> judge(answered);
            case FetchOutcome.Refused(URI at, String reason) -> new Answer.Refused(reason, false);
            case FetchOutcome.Failed(URI at, String reason) -> new Answer.Failed(reason, Duration.ZERO);
        };
    }

    private Answer judge(FetchOutcome.Answered answered) {
        int status = answered.status();
        if (answered.ok()) {
            return new Answer.Delivered();
        }
        if (status == 404 || status == 410) {
            return new Answer.Refused("answered " + status, true);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Answer.Failed("answered " + status, retryAfter(answered));
        }
        return new Answer.Refused("answered " + status, false);
    }

    /// Seconds, or a date (RFC 9110, section 10.2.3); nobody may silence us for longer than a day.
    private Duration retryAfter(FetchOutcome.Answered answered) {
        String header = answered.header("retry-after").orElse("").strip();
        Duration asked = Duration.ZERO;
        if (header.matches("\\d{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(header));
        } else if (!header.isEmpty()) {
            asked = until(header);
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    private Duration until(String date) {
        try {
            Instant time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(clock.instant(), time);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }
}
