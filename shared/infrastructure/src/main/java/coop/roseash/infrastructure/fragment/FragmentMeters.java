package coop.roseash.infrastructure.fragment;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// Counts where fragments came from and how long lenders took, per type; tells the log once when a type begins to
/// fail and once when it is well again.
@ApplicationScoped
class FragmentMeters {
    private static final Logger LOG = Logger.getLogger(FragmentMeters.class);
    private final MeterRegistry registry;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /// Where a page got a fragment from.
    enum Source {
        NEAR, SHARED, LENDER, STALE, NONE
    }

    FragmentMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(FragmentRequest request, Source source) {
        registry
            .counter("fragment.served", "type", request.type(), "source",
                    source.name().toLowerCase(Locale.ROOT))
            .increment();
    }

    Lent time(FragmentRequest request, Callable<Lent> question) throws Exception {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            Lent lent = question.call();
            outcome = "answered";
            if (failing.remove(request.type())) {
                LOG.infof("The fragment %s is there again", request.type());
            }
            return lent;
        } finally {
            sample.stop(registry.timer("fragment.fetch", "type", request.type(), "outcome", outcome));
        }
    }

    void failed(FragmentRequest request, Throwable failure) {
        if (failing.add(request.type())) {
            LOG.warnf("No fragment %s from %s: %s", request.type(), request.lender().id(), failure.getMessage());
        }
    }
}
