package coop.roseash.sx.bench;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;

/// Measures what limits cost on the jvm tier: the same classes, but for a meter that counts no fuel and no memory and a
/// code generator that emits no counting. Both build each workload in JVMs of their own, in turns: `dev/bench/limits.sh`.
///
/// Without a depth no recursion would end but in a `StackOverflowError`, so both count it.
public final class LimitsBenchmark {
    /// What counts, by class; all return nothing.
    private static final Map<String, Set<String>> COUNTING = Map.of("coop/roseash/sx/limit/Meter",
            Set.of("application", "applications", "work", "checkpoint", "allocate", "requireRoom", "charge", "count",
                    "look", "tell", "resume"),
            "coop/roseash/sx/jit/Steps", Set.of("count", "countCall", "join", "turn", "look", "payAhead"));
    private static final int ROUNDS = 2;
    private static final long WARM = 1_500_000_000L;
    private static final long MEASURED = 1_000_000_000L;

    private LimitsBenchmark() {}

    /// @param arguments where the classes without limits go; or, in a JVM that measures, the workload
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("measure")) {
            System.out.println(measure(Workload.valueOf(arguments[1])));
            return;
        }
        Path off = Path.of(arguments[0]);
        for (Map.Entry<String, Set<String>> type : COUNTING.entrySet()) {
            withoutCounting(type.getKey(), type.getValue(), off);
        }
        System.out.printf("%-10s%10s%10s%10s%n", "ms", "off", "on", "on / off");
        for (Workload workload : Workload.values()) {
            Map<Build, Double> best = new EnumMap<>(Build.class);
            for (int round = 0; round < ROUNDS; round++) {
                for (Build build : Build.values()) {
                    best.merge(build, fork(build, off, workload), Math::min);
                }
            }
            System.out.printf("%-10s%10.3f%10.3f%10.2f%n", workload.name().toLowerCase(Locale.ROOT),
                    best.get(Build.OFF), best.get(Build.ON), best.get(Build.ON) / best.get(Build.OFF));
        }
    }

    private enum Build {
        OFF, ON
    }

    /// Writes a class whose counting methods do nothing.
    private static void withoutCounting(String type, Set<String> names, Path directory) throws IOException {
        byte[] bytes;
        try (var file = LimitsBenchmark.class.getResourceAsStream("/" + type + ".class")) {
            bytes = file.readAllBytes();
        }
        ClassFile classFile = ClassFile.of();
        byte[] changed = classFile.transformClass(classFile.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel method && names.contains(method.methodName().stringValue())) {
                builder.withMethodBody(method.methodName().stringValue(), method.methodTypeSymbol(),
                        method.flags().flagsMask(), code -> code.return_());
            } else {
                builder.with(element);
            }
        });
        Path target = directory.resolve(type + ".class");
        Files.createDirectories(target.getParent());
        Files.write(target, changed);
    }

    private static double fork(Build build, Path off, Workload workload) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", build == Build.OFF ? off + File.pathSeparator + classPath : classPath,
                LimitsBenchmark.class.getName(), "measure", workload.name()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(build + " " + workload + " failed");
        }
        return Double.parseDouble(printed);
    }

    /// The least processor time of a run in milliseconds: what else the machine does only makes one longer.
    private static double measure(Workload workload) {
        SxEvaluation evaluation = Sx.evaluation(Engine.JVM, Profile.trusted());
        evaluation.evaluate(workload.in("sx"));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long end = System.nanoTime() + WARM;
        while (System.nanoTime() < end) {
            evaluation.call("run");
        }
        end = System.nanoTime() + MEASURED;
        while (System.nanoTime() < end) {
            long start = threads.getCurrentThreadCpuTime();
            evaluation.call("run");
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6;
    }
}
