package coop.roseash.blog.writing;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Drafts;

/// Publishes scheduled posts when their time has come; every replica looks, one finds each.
@ApplicationScoped
class DuePosts {
    private static final Logger LOG = Logger.getLogger(DuePosts.class);

    private final Drafts drafts;

    DuePosts(Drafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(every = "${blog.due-check:30s}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publish() {
        int published = drafts.publishDue();
        if (published > 0) {
            LOG.infof("Published %d scheduled post(s)", published);
        }
    }
}
