package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Every shell script, the workflow's steps included, passes ShellCheck (./test.sh installs it where it can).
class ScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    @TempDir
    Path folder;

    @BeforeEach
    void needShellCheck() throws Exception {
        assumeTrue(run("sh", "-c", "command -v shellcheck").code() == 0, "needs shellcheck");
    }

    @Test
    void scriptsAreClean() throws Exception {
        // SC3013: every shell in use knows -nt, though POSIX does not name it.
        List<String> command = new ArrayList<>(List.of("shellcheck", "--exclude=SC3013"));
        run("git", "ls-files").text().lines().filter(ScriptsTest::isScript).forEach(command::add);
        assertThat(command).contains("deploy.sh", ".gitea/changed-apps.sh", ".ci/run", "mvnw", "dev.sh");
        assertThat(run(command.toArray(String[]::new)).text()).isEmpty();
    }

    @Test
    void theWorkflowTestsThenDeploysMainWithTheOneScript() throws Exception {
        Map<String, Map<String, Object>> jobs = jobs();
        assertThat(jobs.keySet()).containsExactly("test", "deploy");
        assertThat(jobs.get("deploy")).containsEntry("needs", "test")
            .containsEntry("concurrency", Map.of("group", "deploy", "cancel-in-progress", false));
        assertThat(String.valueOf(jobs.get("deploy").get("if"))).contains("refs/heads/main");
        assertThat(steps(jobs.get("test"))).contains(".ci/run");
        assertThat(steps(jobs.get("deploy"))).contains("./deploy.sh");
    }

    @Test
    void theWorkflowsStepsAreClean() throws Exception {
        for (Map<String, Object> job : jobs().values()) {
            for (String step : steps(job)) {
                Path script = Files.writeString(folder.resolve("step.sh"), "#!/bin/bash\n" + step + "\n");
                assertThat(run("shellcheck", script.toString()).text()).as(step).isEmpty();
                assertThat(step).as("no value from outside stands in a script").doesNotContain("${{");
            }
        }
    }

    private static Map<String, Map<String, Object>> jobs() throws IOException {
        Map<String, Object> workflow = new Yaml().load(Files.readString(ROOT.resolve(".gitea/workflows/ci.yml")));
        @SuppressWarnings("unchecked")
        Map<String, Map<String, Object>> jobs = (Map<String, Map<String, Object>>) workflow.get("jobs");
        return jobs;
    }

    private static List<String> steps(Map<String, Object> job) {
        return ((List<?>) job.get("steps")).stream()
            .map(step -> ((Map<?, ?>) step).get("run"))
            .flatMap(Stream::ofNullable)
            .map(String::valueOf)
            .toList();
    }

    private static boolean isScript(String file) {
        try (Stream<String> lines = Files.lines(ROOT.resolve(file), StandardCharsets.ISO_8859_1)) {
            return file.endsWith(".sh") || lines.findFirst().orElse("").matches("#!.*\\b(sh|bash)");
        } catch (IOException deleted) {
            return false;
        }
    }

    private static Workshop.Outcome run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Workshop.Outcome(process.exitValue(), text);
    }
}
