package coop.roseash.dev.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationReferenceTest {
    @TempDir
    Path folder;

    @Test
    void isWhatTheSourcesSay() throws Exception {
        Path root = Path.of("..");
        assertThat(Files.readString(root.resolve("docs/configuration.md")))
            .as("docs/configuration.md is out of date; run dev/configuration.sh")
            .isEqualTo(ConfigurationReference.generate(root));
    }

    @Test
    void readsMappingsWithTheirGroupsListsAndMaps() throws Exception {
        assertThat(settings("""
                /// All of it.
                @ConfigMapping(prefix = "oven")
                interface OvenConfig {
                    /// How hot; more
                    /// burns.
                    @WithDefault("220")
                    int heatInDegrees();

                    Optional<List<URI>> makers();

                    Map<String, String> ownSecrets();

                    Door door();

                    List<Tray> trays();

                    default int none() {
                        return 0;
                    }

                    interface Door {
                        @WithDefault("left," + "right")
                        List<String> hinges();
                    }

                    interface Tray {
                        @WithName("class")
                        String kind();
                    }
                }
                """)).containsExactly(new Setting("oven.heat-in-degrees", "all", "int", "220", "How hot; more burns."),
                new Setting("oven.makers", "all", "list of URI", "–", ""),
                new Setting("oven.own-secrets.<name>", "all", "String", "–", ""),
                new Setting("oven.door.hinges", "all", "list of String", "left,right", ""),
                new Setting("oven.trays[0].class", "all", "String", "", ""));
    }

    @Test
    void readsSinglePropertiesOfConstructorsAndFields() throws Exception {
        assertThat(settings("""
                class Oven {
                    @ConfigProperty(name = "oven.fuel", defaultValue = "ash")
                    String fuel;

                    Oven(@ConfigProperty(name = "oven.flue-width") Optional<Integer> width) {}
                }
                """)).containsExactly(new Setting("oven.fuel", "all", "String", "ash", ""),
                new Setting("oven.flue-width", "all", "Integer", "–", ""));
    }

    @Test
    void namesTheEnvironmentVariable() {
        assertThat(new Setting("activitypub.key-secret", "all", "String", "", "").environment())
            .isEqualTo("ACTIVITYPUB_KEY_SECRET");
    }

    @Test
    void readsDefaultsWithTheCommentAboveThem() throws Exception {
        Path file = Files.writeString(folder.resolve("application.properties"), """
                # Only blog
                # migrates.
                quarkus.flyway.migrate-at-start=${RUN_MIGRATIONS:false}
                %test.quarkus.flyway.migrate-at-start=true
                app.name=blog
                """);
        assertThat(PropertiesReader.read("blog", file)).containsExactly(
                new Setting("quarkus.flyway.migrate-at-start", "blog", "", "${RUN_MIGRATIONS:false}",
                        "Only blog migrates."),
                new Setting("app.name", "blog", "", "blog", ""));
    }

    private List<Setting> settings(String source) throws Exception {
        return MappingReader.read("all", List.of(Files.writeString(folder.resolve("Source.java"), source)));
    }
}
