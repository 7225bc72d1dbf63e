package coop.roseash.dev.process;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// The six services together: started at once, watched, started again when one falls over, stopped at once.
public class Services {
    private static final List<Part> APPS = List.of(Part.BLOG, Part.MARKET, Part.CART, Part.EVENTS, Part.FEDERATION,
            Part.ACCOUNT);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final int MOST_RESTARTS = 5;

    private final List<Service> services;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, Integer> restarts = new LinkedHashMap<>();
    private volatile boolean stopping;

    /// @param environment what each service is told; the user's own environment and `--set` win over it
    public Services(Settings settings, Map<Part, Map<String, String>> environment) {
        this(settings, environment, APPS.stream()
            .filter(part -> !settings.live().equals(Optional.of(part.name().toLowerCase(Locale.ROOT))))
            .toList());
    }

    /// Some of the services only, for a measurement.
    public Services(Settings settings, Map<Part, Map<String, String>> environment, List<Part> some) {
        this.services = some.stream()
            .map(part -> new Service(part, settings, environment.getOrDefault(part, Map.of())))
            .toList();
    }

    public static List<Part> apps() {
        return APPS;
    }

    public static void stopLeftOver(Settings settings) throws IOException {
        for (Part part : APPS) {
            Service.stopLeftOver(settings, part.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Returns once every service that it starts is ready.
    ///
    /// @throws StartProblem when one stops or is not ready in three minutes
    public void start() throws IOException, InterruptedException {
        for (Service service : services) {
            Files.createDirectories(service.log().getParent());
            service.start();
        }
        long begin = System.nanoTime();
        List<Service> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty() && !stopping) {
            for (Service service : List.copyOf(waiting)) {
                Duration taken = Duration.ofNanos(System.nanoTime() - begin);
                if (!service.isRunning() && !stopping) {
                    throw new StartProblem(
                            "The service " + service.name() + " stopped while starting. Its last words:\n\n"
                                    + service.lastWords() + "\n\nThe whole log: " + service.log());
                }
                if (service.isReady(http)) {
                    System.out.printf("  %-11s ready after %.1f s%n", service.name(), taken.toMillis() / 1000.0);
                    waiting.remove(service);
                } else if (taken.compareTo(LONGEST_START) > 0) {
                    throw new StartProblem("The service " + service.name() + " is not ready after "
                            + LONGEST_START.toMinutes() + " minutes. Its last words:\n\n" + service.lastWords()
                            + "\n\nThe whole log: " + service.log());
                }
            }
            Thread.sleep(100);
        }
    }

    /// Looks after the services until [#stop]; one that falls over is started again.
    public void watch() throws InterruptedException, IOException {
        while (!stopping) {
            Thread.sleep(500);
            for (Service service : services) {
                if (!stopping && !service.isRunning()) {
                    int times = restarts.merge(service.name(), 1, Integer::sum);
                    System.out.printf("%nThe service %s has stopped unexpectedly. Its log: %s%n", service.name(),
                            service.log());
                    if (times > MOST_RESTARTS) {
                        throw new StartProblem("The service " + service.name() + " keeps stopping. Its last words:\n\n"
                                + service.lastWords());
                    }
                    System.out.println("Starting it again; the others stay up.");
                    service.start();
                }
            }
        }
    }

    public void stop() throws InterruptedException, IOException {
        stopping = true;
        services.forEach(Service::stop);
        for (Service service : services) {
            service.awaitStop();
        }
    }
}
