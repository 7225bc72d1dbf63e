package coop.roseash.infrastructure.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?=\\{)");

    @Test
    void drawsOnlyWhatAnAppTells() throws IOException {
        given().get("/with-nav").then().statusCode(200);
        String told = given().get("/q/metrics").then().statusCode(200).extract().asString();
        Set<String> names = new TreeSet<>();
        told.lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> names.add(line.replaceFirst("[{ ].*", "")));
        JsonNode dashboard = new ObjectMapper().readTree(CONFIG.resolve("grafana/rose-ash.json").toFile());
        Set<String> drawn = new TreeSet<>();
        dashboard.findValuesAsText("expr")
            .forEach(expression -> NAME.matcher(expression)
                .results()
                .forEach(found -> drawn.add(found.group())));
        assertThat(drawn).hasSizeGreaterThan(8);
        assertThat(names).containsAll(drawn);
    }

    @Test
    void isScrapedFromAllSixApps() throws IOException {
        String text = Files.readString(CONFIG.resolve("prometheus.yml"));
        assertThat(new Yaml().<Object>load(text)).isNotNull();
        assertThat(List.of("blog", "market", "cart", "events", "federation", "account"))
            .allSatisfy(app -> assertThat(text).contains("job_name: " + app, "names: [tasks." + app + "]"));
    }
}
