package coop.roseash.infrastructure.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/// Every setting that the stack file and the site's file give exists and can be given at run time.
class StackSettingsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Set<String> OF_LIBRARIES = Set.of("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "CONFIG_ORDINAL", "COMPILER");
    /// Environment variable → phase, of Quarkus' own settings.
    private static final Map<String, String> QUARKUS = new TreeMap<>();
    private static final Set<String> OURS = new TreeSet<>();

    @BeforeAll
    static void learnWhatThereIs() throws IOException {
        for (URL model : Collections.list(StackSettingsTest.class.getClassLoader()
            .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream json = model.openStream()) {
                collect(new ObjectMapper().readTree(json));
            }
        }
        find("`([A-Z][A-Z0-9_]+)`", Files.readString(ROOT.resolve("docs/configuration.md")));
        find("(?m)^\\| `([a-z][a-z.-]+)` \\|", Files.readString(ROOT.resolve("docs/configuration.md")));
        find("\\$\\{([A-Z_]+)[:}]", Files.readString(ROOT.resolve("docs/configuration.md")));
    }

    @Test
    void everyEnvironmentVariableOfAnAppIsASetting() throws IOException {
        Map<String, Object> stack = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        map(stack.get("services")).forEach((name, service) -> {
            if (map(service).containsKey("configs")) {
                map(map(service).get("environment")).keySet()
                    .forEach(key -> assertThat(problem(key)).as(key).isEmpty());
            }
        });
    }

    @Test
    void everySecretOfAnAppIsASetting() throws IOException {
        Matcher targets = Pattern.compile("target: ([A-Z_]+) }")
            .matcher(
                    Files.readString(ROOT.resolve("docker-compose.yml")));
        assertThat(targets.results().map(found -> found.group(1)).distinct())
            .hasSizeGreaterThan(8)
            .allSatisfy(key -> assertThat(problem(key)).as(key).isEmpty());
    }

    @Test
    void everyKeyOfTheSitesFileIsASetting() throws IOException {
        Map<String, Object> site = new Yaml().load(Files.readString(ROOT.resolve("_config/app-config.yaml")));
        check("", site);
    }

    @Test
    void anEnvironmentVariableIsStrongerThanTheSitesFile() {
        Map<String, String> environment = Map.of("SMALLRYE_CONFIG_LOCATIONS",
                ROOT.resolve("_config/app-config.yaml").toAbsolutePath().toString(), "SITE_ZONE", "Europe/Paris");
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultInterceptors()
            .addDiscoveredSources()
            .withSources(new EnvConfigSource(environment, 300))
            .withSources(new PropertiesConfigSource(Map.of("site.name", "Built in"), "application.properties", 250))
            .build();
        assertThat(config.getConfigValue("site.zone").getValue()).isEqualTo("Europe/Paris");
        assertThat(config.getConfigValue("site.name").getValue()).isEqualTo("Rose Ash");
    }

    @Test
    void noticesASettingThatIsNone() {
        assertThat(problem("SITE_INTERNAL_KYE")).isEqualTo("there is no such setting");
        assertThat(problem("QUARKUS_HTTP_ROOT_PATH")).contains("when the app is built");
    }

    private static void check(String prefix, Map<String, Object> part) {
        part.forEach((key, value) -> {
            if (value instanceof Map<?, ?>) {
                check(prefix + key + ".", map(value));
            } else if (value instanceof Iterable<?> items && items.iterator().next() instanceof Map<?, ?>) {
                items.forEach(item -> check(prefix + key + "[0].", map(item)));
            } else {
                String name = environment(prefix + key);
                assertThat(problem(name)).as(prefix + key).isEmpty();
            }
        });
    }

    private static String problem(String key) {
        String phase = QUARKUS.get(key);
        if (phase != null) {
            return phase.equals("RUN_TIME") ? "" : "it counts only when the app is built";
        }
        return OURS.contains(key) || OF_LIBRARIES.contains(key) ? "" : "there is no such setting";
    }

    private static void collect(JsonNode node) {
        if (node.path("path").has("environmentVariable")) {
            QUARKUS.put(node.path("path").path("environmentVariable").asText(), node.path("phase").asText());
        }
        node.forEach(StackSettingsTest::collect);
    }

    private static void find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            String name = environment(matcher.group(1));
            if (!name.startsWith("QUARKUS_")) {
                OURS.add(name);
            }
        }
    }

    private static String environment(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
