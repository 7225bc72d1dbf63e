package coop.roseash.service.fragment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

import coop.roseash.contract.fragment.FragmentChange;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;

/// Says a change once its transaction has committed: in this process by an event, to the others through Redis.
///
/// When Redis is down, or the process dies just then, copies live on until their time is over.
@ApplicationScoped
class FragmentNews implements FragmentChanges {
    private static final Logger LOG = Logger.getLogger(FragmentNews.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    /// Longer than any copy is kept.
    private static final Duration GENERATION_LIFE = Duration.ofHours(3);

    private final Event<FragmentChange> changes;
    private final Redis redis;

    FragmentNews(Event<FragmentChange> changes, Redis redis) {
        this.changes = changes;
        this.redis = redis;
    }

    @Override
    public void changed(String type) {
        changes.fire(new FragmentChange(type, ""));
    }

    /// A guest who owns nothing has no copies of their own.
    @Override
    public void changed(String type, Visitor visitor) {
        if (!visitor.key().isEmpty()) {
            changes.fire(new FragmentChange(type, visitor.key()));
        }
    }

    void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) FragmentChange change) {
        try {
            redis.batch(
                    List.of(
                            Request.cmd(Command.SET)
                                .arg(change.generationKey())
                                .arg(UUID.randomUUID().toString())
                                .arg("EX")
                                .arg(GENERATION_LIFE.toSeconds()),
                            Request.cmd(Command.PUBLISH).arg(FragmentChange.CHANNEL).arg(change.message())))
                .await()
                .atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("A change of the fragment %s was not told: %s", change.type(), e);
        }
    }
}
