package coop.roseash.service.activity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.activity.Inbox;
import coop.roseash.contract.activity.Inbox.Delivery;
import coop.roseash.contract.activity.Inbox.Outcome.Refused;
import coop.roseash.service.activity.json.Document;
import coop.roseash.service.activity.json.JsonReader;
import coop.roseash.service.activity.signature.BodyDigest;
import coop.roseash.service.activity.signature.CavageSignature;
import coop.roseash.service.activity.signature.SignatureHeader;

/// Everything about a delivery that can be refused without asking anyone: no database, no other server.
@Singleton
class InboxChecks {
    private static final Set<String> TYPES = Set.of(Vocabulary.MEDIA_TYPE, Vocabulary.LD_MEDIA_TYPE);

    private final LocalAddresses addresses;
    private final ActivityPubConfig config;
    private final Clock clock;

    InboxChecks(LocalAddresses addresses, ActivityPubConfig config, Clock clock) {
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    sealed interface Result {
        record Plausible(Document activity, String actorUri, SignatureHeader signature, CavageSignature.Request request)
                implements
                    Result {}

        record Bad(Refused refusal) implements Result {}
    }

    Result check(Delivery delivery) {
        Optional<Refused> form = form(delivery);
        if (form.isPresent()) {
            return new Result.Bad(form.get());
        }
        Document activity = JsonReader.read(delivery.body()).orElse(null);
        String actor = activity == null ? "" : activity.reference("actor").orElse("");
        if (activity == null || actor.isEmpty() || activity.type().isEmpty() || !hasOwnId(activity, actor)) {
            return bad(400, "The body is no activity with an actor, an id on the actor's host and a type.");
        }
        SignatureHeader signature = SignatureHeader.parse(header(delivery, "signature")).orElse(null);
        if (signature == null) {
            return bad(401, "The request has no valid Signature header.");
        }
        Optional<String> flaw = flaw(delivery, signature);
        return flaw.isPresent()
                ? bad(401, flaw.get())
                : new Result.Plausible(activity, actor, signature, request(delivery));
    }

    private static Optional<Refused> form(Delivery delivery) {
        String type = header(delivery, "content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            return Optional.of(new Refused(415, "Send application/activity+json."));
        }
        return delivery.body().length > Inbox.MAXIMUM_BODY
                ? Optional.of(new Refused(413, "The body is larger than 1 MiB."))
                : Optional.empty();
    }

    /// What the signature must cover, and that what it covers is meant for us, now, with this body.
    private Optional<String> flaw(Delivery delivery, SignatureHeader signature) {
        boolean dated = signature.covers("date") || signature.covers("(created)");
        if (!dated || !signature.covers("(request-target)", "host", "digest")) {
            return Optional.of("The signature must cover (request-target), host, date and digest.");
        }
        if (!addresses.host(addresses.self()).equalsIgnoreCase(header(delivery, "host"))) {
            return Optional.of("The signed Host is not this one.");
        }
        if (!BodyDigest.matches(header(delivery, "digest"), delivery.body())) {
            return Optional.of("The Digest is not the body's.");
        }
        return isNow(delivery, signature) ? Optional.empty() : Optional.of("The request's date is too far from ours.");
    }

    private boolean isNow(Delivery delivery, SignatureHeader signature) {
        Duration skew = config.inbox().clockSkew();
        Instant now = clock.instant();
        Long expires = signature.expires();
        if (expires != null && Instant.ofEpochSecond(expires).isBefore(now)) {
            return false;
        }
        Optional<Instant> said = signature.covers("(created)")
                ? Optional.ofNullable(signature.created()).map(Instant::ofEpochSecond)
                : date(header(delivery, "date"));
        return said.filter(time -> Duration.between(time, now).abs().compareTo(skew) <= 0).isPresent();
    }

    /// Activities that need no memory may come without an id; one that is there must be the actor's server's.
    private static boolean hasOwnId(Document activity, String actor) {
        boolean none = activity.json().path("id").isMissingNode() || activity.json().path("id").isNull();
        return none || Document.authority(activity.id().orElse("")).equals(Document.authority(actor));
    }

    private static CavageSignature.Request request(Delivery delivery) {
        return new CavageSignature.Request("post", delivery.target(), name -> {
            List<String> values = delivery.headers().get(name);
            return values == null ? null : String.join(", ", values);
        });
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String header(Delivery delivery, String name) {
        return String.join(", ", delivery.headers().getOrDefault(name, List.of()));
    }

    private static Result bad(int status, String reason) {
        return new Result.Bad(new Refused(status, reason));
    }
}
