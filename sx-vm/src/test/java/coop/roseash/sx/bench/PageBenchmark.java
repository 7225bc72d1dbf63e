package coop.roseash.sx.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;

/// A page of ten lists of 1,000 items that must be escaped, by SX and by Qute.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class PageBenchmark {
    @Param({"qute", "sx", "jvm", "vm"})
    public String renderer;
    private Supplier<String> page;

    @Setup
    public void prepare() {
        page = renderer.equals("qute") ? qute() : sx(Engine.valueOf(renderer.toUpperCase(Locale.ROOT)));
        if (!page.get().contains("<li class=\"item\">Bread &amp; &lt;butter&gt; no. 999</li></ul></div>")) {
            throw new IllegalStateException("not the page: " + page.get().substring(0, 200));
        }
    }

    private static Supplier<String> sx(Engine engine) {
        SxEvaluation evaluation = Sx.evaluation(engine, Profile.trusted());
        evaluation.evaluate(Workload.resource("page.sx"));
        return () -> evaluation.render("(run)");
    }

    private static Supplier<String> qute() {
        List<String> items = IntStream.range(0, 1_000).mapToObj(i -> "Bread & <butter> no. " + i).toList();
        io.quarkus.qute.Engine engine = io.quarkus.qute.Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build();
        Template template = engine.parse(Workload.resource("page.html").strip(), Variant.forContentType("text/html"));
        return () -> template.data("items", items).render();
    }

    @Benchmark
    public String run() {
        return page.get();
    }
}
