package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

/// The steps of the workflow's deploy, run as a runner would, in a throwaway home.
class WorkflowTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern GIVEN = Pattern.compile("\\$\\{\\{ ((?:secrets|vars)\\.(\\w+)) }}");
    @TempDir
    Path folder;
    private Path home;
    private Workshop workshop;
    private final Map<String, String> given = new LinkedHashMap<>(Map.of("secrets.DEPLOY_HOST", "rosa@shed.example",
            "secrets.DEPLOY_SSH_KEY", "-----BEGIN KEY-----\nabc\n-----END KEY-----", "vars.DEPLOY_KNOWN_HOSTS",
            "shed.example ssh-ed25519 AAAA", "vars.DEPLOY_ENV",
            "DOMAIN=ci.example\nMAIL_HOST=mail.example\nMAIL_USERNAME=rosa\nSUMUP_MERCHANT_CODE=M1"));

    @BeforeEach
    void setUp() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        workshop = new Workshop(folder);
        workshop.environment.put("HOME", home.toString());
    }

    @Test
    void deploysToTheHostWithTheKeyAndForgetsTheKey() throws Exception {
        List<Map<?, ?>> steps = steps();
        Workshop.Outcome outcome = runAll(steps.subList(0, steps.size() - 1));
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("Deployed " + workshop.head());
        assertThat(workshop.calls()).contains("--host ssh://rosa@shed.example stack deploy").doesNotContain("login");
        Path key = home.resolve(".ssh/id_deploy");
        assertThat(key).hasContent(given.get("secrets.DEPLOY_SSH_KEY"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(home.resolve(".ssh/known_hosts")).hasContent(given.get("vars.DEPLOY_KNOWN_HOSTS"));
        assertThat(home.resolve(".ssh/config")).content().contains("StrictHostKeyChecking yes");
        assertThat(runAll(steps.subList(steps.size() - 1, steps.size())).code()).isZero();
        assertThat(key).doesNotExist();
    }

    @Test
    void saysWhichSecretIsMissingAndNeverTakesTheRunnersOwnDocker() throws Exception {
        for (String name : List.of("secrets.DEPLOY_HOST", "secrets.DEPLOY_SSH_KEY", "vars.DEPLOY_KNOWN_HOSTS")) {
            String value = requireNonNullElse(given.remove(name), "");
            Workshop.Outcome outcome = runAll(steps());
            assertThat(outcome.code()).as(name).isEqualTo(1);
            assertThat(outcome.text()).startsWith(name.replaceFirst(".*\\.", "") + " is not set");
            assertThat(workshop.calls()).isEmpty();
            given.put(name, value);
        }
    }

    @Test
    void everySecretAndVariableIsExplained() throws IOException {
        String workflow = Files.readString(ROOT.resolve(".gitea/workflows/ci.yml"));
        String runbook = Files.readString(ROOT.resolve("docs/operations.md"));
        List<String> names = GIVEN.matcher(workflow).results().map(found -> found.group(2)).distinct().toList();
        assertThat(names).contains("DEPLOY_SSH_KEY", "DEPLOY_HOST")
            .allSatisfy(name -> assertThat(runbook).contains("`" + name + "`"))
            .allSatisfy(name -> assertThat(workflow.substring(0, workflow.indexOf("name: ci"))).contains(name));
    }

    /// Runs steps one after the other, as a runner does, until one fails.
    private Workshop.Outcome runAll(List<Map<?, ?>> steps) throws Exception {
        StringBuilder said = new StringBuilder();
        for (Map<?, ?> step : steps) {
            Path script = Files.writeString(folder.resolve("step.sh"), String.valueOf(step.get("run")));
            workshop.environment.putAll(environment(step));
            Workshop.Outcome outcome = workshop.run("bash", "--noprofile", "--norc", "-e", "-o", "pipefail",
                    script.toString());
            said.append(outcome.text());
            if (outcome.code() != 0) {
                return new Workshop.Outcome(outcome.code(), said.toString());
            }
        }
        return new Workshop.Outcome(0, said.toString());
    }

    private Map<String, String> environment(Map<?, ?> step) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Object of : List.of(job(), step)) {
            if (((Map<?, ?>) of).get("env") instanceof Map<?, ?> variables) {
                variables.forEach((name, value) -> environment.put(String.valueOf(name),
                        GIVEN.matcher(String.valueOf(value)).replaceAll(this::value)));
            }
        }
        return environment;
    }

    private String value(MatchResult found) {
        return Matcher.quoteReplacement(given.getOrDefault(found.group(1), ""));
    }

    private static List<Map<?, ?>> steps() throws IOException {
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Object step : (List<?>) job().get("steps")) {
            if (step instanceof Map<?, ?> one && one.containsKey("run")) {
                steps.add(one);
            }
        }
        return steps;
    }

    private static Map<?, ?> job() throws IOException {
        Map<String, Object> workflow = new Yaml().load(Files.readString(ROOT.resolve(".gitea/workflows/ci.yml")));
        return (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("deploy");
    }
}
