package coop.roseash.sx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Measures SX and its peers with JMH and prints tables of milliseconds, of the best iterations: `dev/bench/sx.sh`.
public final class Benchmarks {
    private Benchmarks() {}

    /// @param arguments where the JSON goes, and the peers to measure if not all
    public static void main(String[] arguments) throws RunnerException {
        String json = arguments[0];
        String[] peers = Arrays.stream(Peer.values()).map(Peer::name).toArray(String[]::new);
        if (arguments.length > 1) {
            peers = arguments[1].toUpperCase(Locale.ROOT).replace('-', '_').split(",");
        }
        workloads(run(options(WorkloadBenchmark.class, json + "/bench-sx.json").param("peer", peers)), peers);
        pages(run(options(PageBenchmark.class, json + "/bench-sx-page.json")));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String json) {
        return new OptionsBuilder().include(benchmark.getSimpleName() + ".run")
            .resultFormat(ResultFormatType.JSON)
            .result(json);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    /// What else the machine does only ever makes a run longer.
    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static void workloads(Collection<RunResult> results, String[] peers) {
        Map<Peer, Map<Workload, Double>> times = new EnumMap<>(Peer.class);
        for (RunResult result : results) {
            times.computeIfAbsent(Peer.valueOf(result.getParams().getParam("peer")), _ -> new EnumMap<>(Workload.class))
                .put(Workload.valueOf(result.getParams().getParam("workload")), best(result));
        }
        System.out.printf("%n%-10s", "ms");
        for (Workload workload : Workload.values()) {
            System.out.printf("%10s", workload.name().toLowerCase(Locale.ROOT));
        }
        System.out.printf("%10s%10s%n", "x java", "x luaj");
        for (String peer : peers) {
            Map<Workload, Double> row = times.getOrDefault(Peer.valueOf(peer), Map.of());
            System.out.printf("%-10s", peer.toLowerCase(Locale.ROOT).replace('_', '-'));
            row.values().forEach(time -> System.out.printf("%10.3f", time));
            System.out.printf("%10.2f%10.2f%n", ratio(row, times.getOrDefault(Peer.JAVA, row)),
                    ratio(row, times.getOrDefault(Peer.LUAJ, row)));
        }
    }

    /// The geometric mean of how much longer one takes than another.
    private static double ratio(Map<Workload, Double> one, Map<Workload, Double> other) {
        double logarithms = 0;
        for (Map.Entry<Workload, Double> entry : one.entrySet()) {
            logarithms += Math.log(entry.getValue() / other.getOrDefault(entry.getKey(), entry.getValue()));
        }
        return Math.exp(logarithms / Math.max(1, one.size()));
    }

    private static void pages(Collection<RunResult> results) {
        List<RunResult> all = new ArrayList<>(results);
        double qute = all.stream()
            .filter(result -> result.getParams().getParam("renderer").equals("qute"))
            .mapToDouble(Benchmarks::best)
            .findFirst()
            .orElse(Double.NaN);
        System.out.printf("%n%-10s%10s%10s%n", "ms", "page", "x qute");
        for (RunResult result : all) {
            System.out.printf("%-10s%10.3f%10.2f%n", result.getParams().getParam("renderer"), best(result),
                    best(result) / qute);
        }
    }
}
