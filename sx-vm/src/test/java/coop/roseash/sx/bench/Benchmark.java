package coop.roseash.sx.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;

import clojure.java.api.Clojure;

/// Measures the engines and their peers, each workload in a JVM of its own, and prints a table of milliseconds.
///
/// `sx-vm/bench/run` starts it. Two seconds warm up, then the median of the runs of two seconds more.
public final class Benchmark {
    private static final List<String> PEERS = List.of("java", "sx-jvm", "sx-sx", "sx-vm", "sx-cek", "luaj", "luajc",
            "rhino",
            "clojure");
    private static final long WARM_UP = 2_000_000_000L;
    private static final long MEASURED = 2_000_000_000L;

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && !arguments[0].equals("--only")) {
            System.out.println(measure(runner(arguments[0], Workload.valueOf(arguments[1]))));
            return;
        }
        List<String> peers = arguments.length == 2 ? List.of(arguments[1].split(",")) : PEERS;
        System.out.printf("%-10s", "ms");
        for (Workload workload : Workload.values()) {
            System.out.printf("%10s", workload.name().toLowerCase(Locale.ROOT));
        }
        System.out.printf("%12s%n", "x java");
        Map<Workload, Double> java = new TreeMap<>();
        for (String peer : peers) {
            row(peer, java);
        }
    }

    private static void row(String peer, Map<Workload, Double> java) throws IOException, InterruptedException {
        System.out.printf("%-10s", peer);
        double product = 1;
        for (Workload workload : Workload.values()) {
            double time = forked(peer, workload);
            java.putIfAbsent(workload, time);
            product *= time / java.getOrDefault(workload, time);
            System.out.printf("%10.2f", time);
        }
        System.out.printf("%12.2f%n", Math.pow(product, 1.0 / Workload.values().length));
    }

    private static double forked(String peer, Workload workload) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Benchmark.class.getName(), peer,
                workload.name()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Double.parseDouble(text) : Double.NaN;
    }

    private static double measure(Supplier<Object> runner) {
        long end = System.nanoTime() + WARM_UP;
        Object first = runner.get();
        while (System.nanoTime() < end) {
            runner.get();
        }
        List<Long> times = new ArrayList<>();
        end = System.nanoTime() + MEASURED;
        while (System.nanoTime() < end || times.size() < 5) {
            long start = System.nanoTime();
            Object result = runner.get();
            times.add(System.nanoTime() - start);
            if (!result.toString().equals(first.toString())) {
                throw new IllegalStateException("not the same result twice");
            }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }

    private static Supplier<Object> runner(String peer, Workload workload) {
        return switch (peer) {
            case "java" -> () -> HandWritten.run(workload);
            case "luaj" -> lua(workload, JsePlatform.standardGlobals());
            case "luajc" -> lua(workload, compiling());
            case "rhino" -> rhino(workload);
            case "clojure" -> clojure(workload);
            default -> sx(workload, Engine.valueOf(peer.substring(3).toUpperCase(Locale.ROOT)));
        };
    }

    private static Supplier<Object> sx(Workload workload, Engine engine) {
        SxEvaluation evaluation = Sx.evaluation(engine, Profile.trusted());
        evaluation.evaluate(workload.sx);
        return () -> evaluation.call("run");
    }

    private static Globals compiling() {
        Globals globals = JsePlatform.standardGlobals();
        LuaJC.install(globals);
        return globals;
    }

    private static Supplier<Object> lua(Workload workload, Globals globals) {
        globals.load(workload.lua, "workload").call();
        LuaValue run = globals.get("run");
        return run::call;
    }

    private static Supplier<Object> rhino(Workload workload) {
        Context context = Context.enter();
        context.setOptimizationLevel(9);
        ScriptableObject scope = context.initStandardObjects();
        context.evaluateString(scope, workload.javascript, "workload", 1, null);
        Function run = (Function) scope.get("run", scope);
        return () -> run.call(context, scope, scope, new Object[0]);
    }

    private static Supplier<Object> clojure(Workload workload) {
        Clojure.var("clojure.core", "load-string")
            .invoke("(in-ns 'user) (clojure.core/refer-clojure) " + workload.clojure);
        return Clojure.var("user", "run")::invoke;
    }
}
