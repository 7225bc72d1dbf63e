package coop.roseash.service.activity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.activity.Inbox;
import coop.roseash.model.activity.StoredActivity;
import coop.roseash.service.activity.InboxChecks.Result.Bad;
import coop.roseash.service.activity.InboxChecks.Result.Plausible;
import coop.roseash.service.activity.json.Document;
import coop.roseash.service.activity.signature.BodyDigest;
import coop.roseash.service.activity.signature.CavageSignature;

/// Takes deliveries in, cheapest refusals first: form, policy and rate, signature; then stores each activity once.
@ApplicationScoped
class InboxReceiver implements Inbox {
    private static final int RATE_PAUSE_SECONDS = 5;
    private static final int KEY_PAUSE_SECONDS = 60;

    private final InboxChecks checks;
    private final HostPolicy policy;
    private final HostRates rates;
    private final RemoteKeys keys;
    private final ActivityRepository activities;
    private final LocalAddresses addresses;
    private final Clock clock;

    InboxReceiver(InboxChecks checks, HostPolicy policy, HostRates rates, RemoteKeys keys,
            ActivityRepository activities,
            LocalAddresses addresses, Clock clock) {
        this.checks = checks;
        this.policy = policy;
        this.rates = rates;
        this.keys = keys;
        this.activities = activities;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public Outcome receive(Delivery delivery) {
        return switch (checks.check(delivery)) {
            case Bad(var refusal) -> refusal;
            case Plausible plausible -> receive(delivery, plausible);
        };
    }

    private Outcome receive(Delivery delivery, Plausible plausible) {
        String host = Document.authority(plausible.signature().keyId());
        if (host.isEmpty() || addresses.appOfHost(host).isPresent()) {
            return new Outcome.Refused(401, "The key is not another server's.");
        }
        if (policy.isBlocked(host)) {
            return new Outcome.Refused(403, "Traffic with your server is blocked.");
        }
        if (!rates.allow(host)) {
            return new Outcome.Later(429, RATE_PAUSE_SECONDS);
        }
        var verdict = keys.verify(plausible.signature().keyId(),
                key -> CavageSignature.verify(plausible.request(), plausible.signature(), key));
        return switch (verdict) {
            case RemoteKeys.Verdict.SignedBy(String owner) when owner.equals(plausible.actorUri()) ->
                store(delivery, plausible, host);
            case RemoteKeys.Verdict.SignedBy other -> new Outcome.Refused(401, "The key is not the actor's.");
            case RemoteKeys.Verdict.Forged forged -> new Outcome.Refused(401, "The signature does not verify.");
            case RemoteKeys.Verdict.KeyGone gone -> deletesItself(plausible)
                    ? new Outcome.Taken()
                    : new Outcome.Refused(401, "The key is gone.");
            case RemoteKeys.Verdict.Unreachable down -> new Outcome.Later(503, KEY_PAUSE_SECONDS);
        };
    }

    private Outcome store(Delivery delivery, Plausible plausible, String host) {
        Document document = plausible.activity();
        StoredActivity activity = new StoredActivity();
        activity.body = new String(delivery.body(), StandardCharsets.UTF_8);
        activity.actorUri = plausible.actorUri();
        activity.uri = document.id()
            .orElseGet(() -> plausible.actorUri() + "#" + HexFormat.of().formatHex(BodyDigest.sha256(delivery.body())));
        activity.type = document.type();
        activity.objectUri = document.reference("object").orElse(null);
        activity.via = addresses.self().id();
        activity.createdAt = clock.instant();
        byte[] digest = BodyDigest.sha256((activity.actorUri + "\n" + activity.uri).getBytes(StandardCharsets.UTF_8));
        if (activities.takeIn(activity, digest)) {
            policy.heardFrom(host);
        }
        return new Outcome.Taken();
    }

    /// An actor that is gone can no longer show its key, and there is nothing to disbelieve.
    private static boolean deletesItself(Plausible plausible) {
        return plausible.activity().is("Delete")
                && plausible.activity().reference("object").filter(plausible.actorUri()::equals).isPresent();
    }
}
