package coop.roseash.service.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/// Remembers for a few minutes the checkouts we were told of before we knew them, at most a thousand.
///
/// Only a hint to look sooner: when Redis is down, the poller finds out a little later.
@ApplicationScoped
class PaymentNotices {
    private static final Logger LOG = Logger.getLogger(PaymentNotices.class);
    private static final String KEY = "cart:early-notices";
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int MOST = 1_000;

    private final Redis redis;
    private final Clock clock;

    PaymentNotices(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    void keep(String checkoutId) {
        Instant now = clock.instant();
        try {
            redis.batch(List.of(
                    Request.cmd(Command.ZADD).arg(KEY).arg(String.valueOf(now.toEpochMilli())).arg(checkoutId),
                    Request.cmd(Command.ZREMRANGEBYRANK).arg(KEY).arg("0").arg(String.valueOf(-MOST - 1)),
                    Request.cmd(Command.EXPIRE).arg(KEY).arg(String.valueOf(KEEP.toSeconds()))))
                .await()
                .atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("A notice about a payment was not kept: %s", e);
        }
    }

    boolean isEarly(String checkoutId) {
        try {
            Response score = redis.send(Request.cmd(Command.ZSCORE).arg(KEY).arg(checkoutId)).await().atMost(PATIENCE);
            return score != null && score.toDouble() > clock.instant().minus(KEEP).toEpochMilli();
        } catch (RuntimeException e) {
            LOG.warnf("Notices about payments could not be read: %s", e);
            return false;
        }
    }
}
