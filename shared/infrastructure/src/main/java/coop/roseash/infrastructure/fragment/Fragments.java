package coop.roseash.infrastructure.fragment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/// The client of all lenders: fetches what a page wants at once and never lets a lender hold up or break the page.
@ApplicationScoped
class Fragments {
    private static final Logger LOG = Logger.getLogger(Fragments.class);

    private final LenderClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Fragments(LenderClient client) {
        this.client = client;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    Map<FragmentRequest, String> fetch(Collection<FragmentRequest> requests, Viewer viewer) {
        Map<FragmentRequest, Future<Lent>> running = new HashMap<>();
        for (FragmentRequest request : requests) {
            LentTo to = viewer.of(request);
            running.put(request, threads.submit(() -> client.fetch(request, to)));
        }
        Map<FragmentRequest, String> html = new HashMap<>();
        running.forEach((request, answer) -> html.put(request, await(request, answer)));
        return html;
    }

    private static String await(FragmentRequest request, Future<Lent> answer) {
        try {
            return answer.get().html();
        } catch (ExecutionException e) {
            LOG.debugf("No fragment %s: %s", request.type(), e.getCause());
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
