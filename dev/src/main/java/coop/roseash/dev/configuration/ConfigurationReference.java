package coop.roseash.dev.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes `docs/configuration.md`: every setting of the six apps, from the sources that read it.
public final class ConfigurationReference {
    private static final String HEAD = """
            # Configuration

            Every setting of the six apps. Generated from their sources by dev/configuration.sh; do not edit.

            A setting is given, from the weakest to the strongest: by the defaults below; as a file in `/run/secrets`, named as
            the environment variable (Docker secrets); in `_config/app-config.yaml`; as an environment variable; as a system
            property. A value that is not what it should be stops the app with a line that names the setting. Durations are
            written `300ms`, `15m`, `7d` or as in ISO 8601. Where no default is shown the setting is required; `–` means that it
            may be left out.

            """;
    private static final String MAPPINGS = "@ConfigMapping";

    private ConfigurationReference() {}

    /// @param arguments the project's folder
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Files.writeString(root.resolve("docs/configuration.md"), generate(root));
    }

    static String generate(Path root) throws IOException {
        List<Setting> mapped = new ArrayList<>();
        List<Setting> single = new ArrayList<>();
        List<Setting> given = new ArrayList<>();
        for (Path module : modules(root)) {
            String app = module.startsWith(root.resolve("shared")) ? "all" : module.getFileName().toString();
            mapped.addAll(MappingReader.read(app, sources(module, MAPPINGS)));
            single.addAll(MappingReader.read(app, sources(module, "@ConfigProperty")));
            for (String file : List.of("META-INF/microprofile-config.properties", "application.properties")) {
                Path properties = module.resolve("src/main/resources").resolve(file);
                given.addAll(Files.exists(properties) ? PropertiesReader.read(app, properties) : List.of());
            }
        }
        return HEAD + print(mapped, single, given);
    }

    private static String print(List<Setting> mapped, List<Setting> single, List<Setting> given) {
        StringBuilder page = new StringBuilder();
        Map<String, List<Setting>> groups = mapped.stream()
            .collect(Collectors.groupingBy(setting -> setting.key().replaceFirst("\\..*", ""), TreeMap::new,
                    Collectors.toList()));
        groups.forEach((prefix, settings) -> page.append(section(prefix, settings)));
        List<String> known = Stream.concat(mapped.stream(), given.stream()).map(Setting::key).toList();
        List<Setting> others = single.stream()
            .filter(setting -> !known.contains(setting.key()))
            .collect(Collectors.toMap(Setting::key, Function.identity(), (one, other) -> one, TreeMap::new))
            .values()
            .stream()
            .toList();
        page.append(section("Others", others));
        page.append(
                """
                        ## What the apps set for Quarkus and for themselves

                        Defaults in `microprofile-config.properties` (all) and in an app's `application.properties`. What they are is
                        told in Quarkus' own reference; `${NAME}` stands for the environment variable or secret of that name.

                        | setting | apps | value | why |
                        |---|---|---|---|
                        """);
        given.forEach(setting -> page.append("| `%s` | %s | %s | %s |\n".formatted(setting.key(), setting.app(),
                code(setting.standard()), cell(setting.meaning()))));
        return page.toString();
    }

    private static String section(String title, List<Setting> settings) {
        return settings.stream()
            .sorted(Comparator.comparing(Setting::key))
            .map(setting -> "| `%s`<br>`%s` | %s | %s | %s | %s |\n".formatted(setting.key(), setting.environment(),
                    setting.app(), cell(setting.type()),
                    setting.standard().equals("–") ? "–" : code(setting.standard()),
                    cell(setting.meaning())))
            .collect(Collectors.joining("", """
                    ## %s

                    | setting, environment variable | apps | type | default | meaning |
                    |---|---|---|---|---|
                    """.formatted(title), "\n"));
    }

    private static String code(String value) {
        return value.isEmpty() ? "" : "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static List<Path> modules(Path root) {
        return Stream.concat(
                Stream.of("contract", "infrastructure", "model", "service")
                    .map(name -> root.resolve("shared").resolve(name)),
                Stream.of("blog", "market", "cart", "events", "federation", "account").map(root::resolve))
            .toList();
    }

    private static List<Path> sources(Path module, String annotation) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                if (Files.readString(file).contains(annotation)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
