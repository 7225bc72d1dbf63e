package coop.roseash.dev.setting;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// What the launcher was told: its own settings, and those it hands to the services.
///
/// @param root the project's folder
/// @param own the launcher's settings (`data`, `reset`, `port.…`, `demo`, `live`, `compiler`)
/// @param services settings for every service
/// @param perService settings for one service, by its name
public record Settings(Path root, Map<String, String> own, Map<String, String> services,
        Map<String, Map<String, String>> perService) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_PORT_BASE = 8080;
    private static final Set<String> APPS = Set.of("blog", "market", "cart", "events", "federation", "account");
    private static final Set<String> OWN = Set.of("data", "reset", "demo", "live", "compiler");

    public Settings {
        own = Map.copyOf(own);
        services = Map.copyOf(services);
        perService = Map.copyOf(perService);
    }

    /// Reads `--set key=value` and `--set app:key=value`, in any number.
    ///
    /// @throws StartProblem for anything else
    public static Settings parse(Path root, List<String> arguments) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> services = new LinkedHashMap<>();
        Map<String, Map<String, String>> perService = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).equals("--set") || i + 1 == arguments.size()) {
                throw new StartProblem(
                        "Do not understand '" + arguments.get(i) + "'. ./dev.sh --help tells what there is.");
            }
            String assignment = arguments.get(++i);
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new StartProblem("--set wants key=value, not '" + assignment + "'.");
            }
            String key = assignment.substring(0, equals);
            String value = assignment.substring(equals + 1);
            int colon = key.indexOf(':');
            if (colon > 0 && APPS.contains(key.substring(0, colon))) {
                perService.computeIfAbsent(key.substring(0, colon), app -> new LinkedHashMap<>())
                    .put(key.substring(colon + 1), value);
            } else if (isOwn(key)) {
                own.put(key, value);
            } else {
                services.put(key, value);
            }
        }
        return new Settings(root, own, services, perService);
    }

    private static boolean isOwn(String key) {
        return OWN.contains(key) || key.startsWith("port.");
    }

    public Path data() {
        return root.resolve(own.getOrDefault("data", ".dev")).normalize();
    }

    /// Whether the data of earlier runs is forgotten first.
    public boolean reset() {
        return own.getOrDefault("reset", "false").equals("true");
    }

    /// Whether an empty database is filled with the demo cooperative.
    public boolean demo() {
        return !own.getOrDefault("demo", "true").equals("false");
    }

    /// Whether the services do with the JVM's first compiler (`quick`), or have the optimising one too (`peak`), which
    /// pays for itself after some 26,000 pages.
    ///
    /// @throws StartProblem for another word
    public boolean quick() {
        return switch (own.getOrDefault("compiler", "quick")) {
            case "quick" -> true;
            case "peak" -> false;
            default -> throw new StartProblem(
                    "The setting compiler should be quick or peak, not '" + own.get("compiler") + "'.");
        };
    }

    /// The service that somebody works on and starts in Quarkus's own development mode.
    ///
    /// @throws StartProblem when there is no such service
    public Optional<String> live() {
        Optional<String> live = Optional.ofNullable(own.get("live"));
        live.filter(app -> !APPS.contains(app)).ifPresent(app -> {
            throw new StartProblem("There is no service '" + app + "' to leave to you: live should be one of "
                    + String.join(", ", new TreeSet<>(APPS)) + ".");
        });
        return live;
    }

    /// @throws StartProblem when a port setting is not a port
    public int port(Part part) {
        String given = own.get(part.setting());
        return given != null ? number(part.setting(), given) : base() + part.offset();
    }

    public String origin(String name) {
        int port = port(Part.GATEWAY);
        return "http://" + name + ".rose-ash.localhost" + (port == 80 ? "" : ":" + port);
    }

    public Map<String, String> given(String app) {
        Map<String, String> all = new LinkedHashMap<>(services);
        all.putAll(perService.getOrDefault(app, Map.of()));
        return all;
    }

    private int base() {
        @Nullable
        String base = own.get("port.base");
        return base == null ? DEFAULT_PORT_BASE : number("port.base", base);
    }

    private static int number(String key, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT - Part.values().length) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message below.
        }
        throw new StartProblem("The setting " + key + " should be a port number, not '" + text + "'.");
    }
}
