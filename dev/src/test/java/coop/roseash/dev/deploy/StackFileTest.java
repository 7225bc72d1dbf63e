package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Holds the stack file to what the platform needs of it. Whether each setting in it exists is tested where the apps are
/// wired, in shared/infrastructure.
class StackFileTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:-|:\\?)([^}]*))?}");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(#?)([A-Z_]+)=(.*)$");
    private static final Set<String> PARTS = Set.of("version", "services", "networks", "volumes", "configs", "secrets",
            "x-environment",
            "x-app", "x-deploy");
    private static final Set<String> OF_A_SERVICE = Set.of("image", "environment", "command", "configs", "secrets",
            "volumes",
            "networks", "healthcheck", "stop_signal", "stop_grace_period", "logging", "read_only", "cap_drop",
            "deploy");
    private static String text = "";
    private static Map<String, Object> stack = Map.of();

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker-compose.yml"));
        stack = new Yaml().load(text);
    }

    static List<String> apps() {
        return Workshop.APPS;
    }

    @Test
    void hasTheSixAppsAndTheirTwoStores() {
        assertThat(stack.keySet()).isEqualTo(PARTS);
        Set<String> expected = new HashSet<>(apps());
        expected.addAll(List.of("postgres", "redis"));
        assertThat(map(stack, "services").keySet()).isEqualTo(expected);
        map(stack, "services").forEach((name, service) -> assertThat(OF_A_SERVICE).as(name)
            .containsAll(cast(service).keySet()));
    }

    @Test
    void dockerItselfAcceptsIt() throws Exception {
        assumeTrue(succeeds(Map.of(), "docker", "stack", "config", "--help"), "needs a Docker client from 25.0 on");
        Map<String, String> variables = new TreeMap<>();
        Matcher required = Pattern.compile("\\$\\{([A-Z_]+):\\?").matcher(text);
        while (required.find()) {
            variables.put(required.group(1), "x1");
        }
        assertThat(succeeds(variables, "docker", "stack", "config", "-c", "docker-compose.yml")).isTrue();
        assertThat(succeeds(Map.of(), "docker", "stack", "config", "-c", "docker-compose.yml")).isFalse();
    }

    @Test
    void everyVariableIsInTheExampleWithItsDefaultAndTheOtherWayRound() throws IOException {
        Map<String, String> used = new TreeMap<>();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            String standard = ":-".equals(variables.group(2)) ? variables.group(3) : null;
            if (standard != null) {
                assertThat(used.getOrDefault(variables.group(1), standard)).as(variables.group(1)).isIn(standard, "");
            }
            used.merge(variables.group(1), standard == null ? "" : standard,
                    (one, other) -> one.isEmpty() ? other : one);
        }
        Map<String, String> shown = new TreeMap<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(ROOT.resolve(".env.example")));
        while (examples.find()) {
            shown.put(examples.group(2), examples.group(1).isEmpty() ? "" : examples.group(3));
        }
        assertThat(shown).isEqualTo(used);
    }

    @Test
    void everySecretIsUsedAndEveryUsedOneDeclared() {
        Set<String> used = new TreeSet<>();
        map(stack, "services").values().forEach(service -> secrets(cast(service)).forEach(used::add));
        assertThat(map(stack, "secrets").keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyVolumeNetworkAndConfigIsUsedAndDeclared() {
        Set<String> networks = new TreeSet<>();
        Set<String> volumes = new TreeSet<>();
        map(stack, "services").values().forEach(service -> {
            list(service, "networks").forEach(name -> networks.add(String.valueOf(name)));
            list(service, "volumes").stream()
                .filter(String.class::isInstance)
                .forEach(volume -> volumes.add(String.valueOf(volume).replaceFirst(":.*", "")));
        });
        assertThat(map(stack, "networks").keySet()).containsExactlyInAnyOrderElementsOf(networks);
        assertThat(map(stack, "volumes").keySet()).containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(map(stack, "configs").keySet()).containsExactly("app-config");
    }

    @Test
    void onlyTheBlogRunsMigrations() {
        for (String app : apps()) {
            assertThat(map(service(app), "environment").get("RUN_MIGRATIONS")).as(app)
                .isEqualTo(app.equals("blog") ? "true" : null);
        }
    }

    @Test
    void onlyAppsAreOnThePublicNetworkAndNothingIsPublished() {
        map(stack, "services").forEach((name, service) -> {
            assertThat(list(service, "networks").contains("public")).as(name).isEqualTo(apps().contains(name));
            assertThat(cast(service)).doesNotContainKey("ports");
        });
        assertThat(map(map(stack, "networks"), "data")).containsEntry("internal", true);
    }

    @Test
    void theAppsTrustTheNetworkTheyShareWithTheProxy() {
        Object subnet = map(map(map(stack, "networks"), "public"), "ipam").get("config");
        assertThat(String.valueOf(subnet)).contains("subnet=${PUBLIC_SUBNET:-10.210.0.0/24}");
        assertThat(map(stack, "x-environment")).containsEntry("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
                "${PUBLIC_SUBNET:-10.210.0.0/24}");
    }

    @ParameterizedTest
    @MethodSource("apps")
    void everyAppStartsTheNewTaskFirstAndRollsBack(String app) {
        Map<String, Object> deploy = map(service(app), "deploy");
        assertThat(map(deploy, "update_config")).containsEntry("order", "start-first")
            .containsEntry("failure_action",
                    "rollback");
        assertThat(map(deploy, "restart_policy")).containsEntry("condition", "any");
        assertThat(map(map(deploy, "resources"), "limits")).containsKey("memory");
        assertThat(deploy.get("replicas")).isEqualTo("${" + app.toUpperCase(java.util.Locale.ROOT) + "_REPLICAS:-2}");
        assertThat(service(app)).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(map(service(app), "healthcheck")).containsEntry("test", List.of("CMD", "/app/healthcheck"));
    }

    @ParameterizedTest
    @MethodSource("apps")
    void everyAppSaysFromWhichCommitItsImageIs(String app) {
        String tag = app.toUpperCase(java.util.Locale.ROOT) + "_TAG";
        assertThat(String.valueOf(service(app).get("image")))
            .isEqualTo("${REGISTRY:-registry.rose-ash.com:5000}/" + app + ":${" + tag + ":?deploy with ./deploy.sh}");
        assertThat(map(map(service(app), "deploy"), "labels")).containsEntry("coop.roseash.commit", "${" + tag + "}");
        assertThat(map(service(app), "environment")).containsEntry("APP_ORIGIN", "https://" + app + ".${DOMAIN}");
    }

    @Test
    void theClientSecretsOfTheAppsAreThoseTheProviderKnows() {
        for (String app : apps()) {
            if (!app.equals("federation")) {
                String secret = "client-secret-" + app;
                assertThat(targets(app)).containsEntry(secret, "CLIENT_SECRET");
                assertThat(targets("federation")).containsEntry(secret,
                        "CLIENT_SECRET_" + app.toUpperCase(java.util.Locale.ROOT));
            }
        }
    }

    private static Map<String, String> targets(String app) {
        Map<String, String> targets = new TreeMap<>();
        list(service(app), "secrets").forEach(secret -> targets.put(String.valueOf(cast(secret).get("source")),
                String.valueOf(cast(secret).get("target"))));
        return targets;
    }

    private static List<String> secrets(Map<String, Object> service) {
        List<String> names = new ArrayList<>();
        list(service, "secrets").forEach(secret -> names
            .add(String.valueOf(secret instanceof Map<?, ?> described ? described.get("source") : secret)));
        return names;
    }

    private static boolean succeeds(Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static Map<String, Object> service(String name) {
        return map(map(stack, "services"), name);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        assertThat(parent).containsKey(key);
        return cast(parent.get(key));
    }

    private static List<?> list(Object parent, String key) {
        return cast(parent).get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
