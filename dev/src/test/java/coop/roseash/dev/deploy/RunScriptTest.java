package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What an image starts, with a java that only says how it was called.
class RunScriptTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String AGENT = "-javaagent:/app/opentelemetry.jar";
    @TempDir
    Path folder;

    @Test
    void leavesTheAgentOutWhereNoCollectorIsNamed() throws Exception {
        assertThat(started("", "quick")).startsWith("@/app/jvm.options ")
            .contains("-XX:AOTCache=/app/start/app.aot")
            .endsWith("-jar /app/start/start.jar [] []")
            .doesNotContain("javaagent");
    }

    @Test
    void bringsTheAgentForSpansAloneWhereOneIs() throws Exception {
        assertThat(started("http://collector:4318", "quick")).contains(" " + AGENT + " ").endsWith("[none] [traceId]");
    }

    @Test
    void hasTheOptimisingCompilerWhereAskedFor() throws Exception {
        assertThat(started("", "quick")).contains(" -XX:TieredStopAtLevel=1 ");
        assertThat(started("", "peak")).doesNotContain("Tiered");
        assertThat(started("", "fast")).isEqualTo("COMPILER should be quick or peak, not 'fast'.");
    }

    @Test
    void theImagesHaveIt() throws IOException {
        assertThat(Files.readString(ROOT.resolve("blog/Dockerfile"))).contains("/opentelemetry.jar ./\n",
                "_config/run ./\n", "ENTRYPOINT [\"/app/run\"]");
        assertThat(Files.isExecutable(ROOT.resolve("_config/run"))).isTrue();
    }

    private String started(String collector, String compiler) throws IOException, InterruptedException {
        Path java = Files.writeString(folder.resolve("java"),
                "#!/bin/sh\necho \"$* [$OTEL_METRICS_EXPORTER] [$OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_ID]\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("_config/run").toString()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
        builder.environment().put("COMPILER", compiler);
        builder.environment()
            .keySet()
            .removeAll(Set.of("OTEL_METRICS_EXPORTER", "OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_ID"));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(text).isEqualTo(text.startsWith("COMPILER") ? 1 : 0);
        return text;
    }
}
