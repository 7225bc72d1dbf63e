package coop.roseash.infrastructure.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What the Grafana dashboard draws is what an app tells.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class DashboardTest {
    private static final Path CONFIG = Path.of("../../_config");
    private static final Pattern DRAWN = Pattern.compile("([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\{");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)|([a-z]+)=~?\"");
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    @Test
    void drawsOnlyWhatAnAppTells() throws IOException {
        given().get("/with-nav").then().statusCode(200);
        Map<String, String> told = told();
        Set<String> drawn = new TreeSet<>();
        for (String expression : expressions()) {
            for (String name : found(DRAWN, expression)) {
                drawn.add(name);
                assertThat(told).as(expression).containsKey(name);
                labels(expression).forEach(label -> assertThat(told.get(name)).as(expression).contains(label + "=\""));
            }
        }
        assertThat(drawn).hasSizeGreaterThan(14);
    }

    @Test
    void hasNoSeriesForWhatVisitorsMakeUp() {
        String madeUp = "made-up-" + UUID.randomUUID();
        for (String path : List.of("/", "/static/", "/internal/fragments/", "/q/", "/@")) {
            given().get(path + madeUp);
            given().request("OPTIONS", path + madeUp);
        }
        given().queryParam("q", madeUp).header("User-Agent", madeUp).get("/with-nav").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString()).doesNotContain(madeUp).contains("uri=\"/with-nav\"");
    }

    /// Each metric's first line.
    private static Map<String, String> told() {
        Map<String, String> lines = new TreeMap<>();
        given().get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> lines.putIfAbsent(line.replaceFirst("[{ ].*", ""), line));
        return lines;
    }

    private static List<String> expressions() throws IOException {
        return new ObjectMapper().readTree(CONFIG.resolve("grafana/rose-ash.json").toFile()).findValuesAsText("expr");
    }

    private static Set<String> labels(String expression) {
        Set<String> labels = new TreeSet<>();
        found(LABELS, expression).forEach(names -> labels.addAll(List.of(names.split(", *"))));
        labels.removeAll(OF_PROMETHEUS);
        return labels;
    }

    /// What the pattern's groups matched, wherever it matches.
    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
            .results()
            .flatMap(match -> IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group))
            .filter(Objects::nonNull)
            .toList();
    }

    @Test
    void isScrapedFromAllSixApps() throws IOException {
        String text = Files.readString(CONFIG.resolve("prometheus.yml"));
        assertThat(new Yaml().<Object>load(text)).isNotNull();
        assertThat(List.of("blog", "market", "cart", "events", "federation", "account"))
            .allSatisfy(app -> assertThat(text).contains("job_name: " + app, "names: [tasks." + app + "]"));
    }
}
