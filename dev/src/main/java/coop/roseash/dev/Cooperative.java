package coop.roseash.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import coop.roseash.dev.process.Services;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.sumup.SumUpSandbox;

/// What each service of the demo cooperative is told by the launcher.
public final class Cooperative {
    private static final String MERCHANT = "MROSEASH";
    private static final String SANDBOX_KEY = "sandbox-key";

    private Cooperative() {}

    public static Map<Part, Map<String, String>> environments(Settings settings, String password) throws IOException {
        Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
        for (Part part : Services.apps()) {
            Map<String, String> environment = new LinkedHashMap<>(shared(settings, password));
            String app = part.name().toLowerCase(Locale.ROOT);
            environment.put("QUARKUS_HTTP_PORT", String.valueOf(settings.port(part)));
            environment.put("APP_ORIGIN", settings.origin(app));
            // For whoever starts the services with OpenTelemetry's agent.
            environment.put("OTEL_SERVICE_NAME", app);
            if (part == Part.BLOG) {
                environment.put("RUN_MIGRATIONS", "true");
            }
            if (part == Part.FEDERATION) {
                // Applications tried out on this machine hear of sign-outs.
                environment.put("OAUTH_BACKCHANNEL_ALLOWED", "127.0.0.1,localhost,[::1]");
            }
            if (part == Part.MARKET) {
                putSupplier(environment, "127.0.0.1:" + settings.port(Part.SUPPLIER));
            }
            all.put(part, environment);
        }
        return all;
    }

    /// The demo supplier's shop is on this machine and our own: it may be asked, and without pauses.
    private static void putSupplier(Map<String, String> environment, String authority) {
        environment.put("DEMO_SUPPLIER", "http://" + authority);
        environment.merge("WEB_ALLOWED_AUTHORITIES", authority, (others, own) -> others + "," + own);
        environment.put("SCRAPER_GAP", "0S");
    }

    private static Map<String, String> shared(Settings settings, String password) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "dev");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("SITE_ORIGIN_PATTERN", settings.origin("{app}"));
        for (Part part : Services.apps()) {
            environment.put("SITE_INTERNAL_" + part.name(), "http://127.0.0.1:" + settings.port(part));
        }
        environment.put("FED_PUBLIC", settings.origin("federation"));
        environment.put("FED_INTERNAL", "http://127.0.0.1:" + settings.port(Part.FEDERATION));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + settings.port(Part.DATABASE) + "/postgres");
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + settings.port(Part.REDIS));
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(settings.port(Part.SMTP)));
        environment.put("QUARKUS_CONFIG_LOCATIONS", settings.root().resolve("_config/app-config.yaml").toString());
        environment.put("SUMUP_BASE_URL", "http://127.0.0.1:" + settings.port(Part.SUMUP));
        environment.put("SUMUP_API_KEY", SANDBOX_KEY);
        environment.put("SUMUP_MERCHANT_CODE", MERCHANT);
        environment.put("SUMUP_RETURN_URL", "http://127.0.0.1:" + settings.port(Part.CART) + "/webhooks/sumup");
        // The neighbour's server is on this machine, and may be asked all the same.
        environment.put("WEB_ALLOWED_AUTHORITIES", "remote.rose-ash.localhost:" + settings.port(Part.GATEWAY));
        if (settings.demo()) {
            environment.put("DEMO_CONTENT", demoFolder(settings).toString());
            environment.put("DEMO_PASSWORD", password);
        }
        return environment;
    }

    static SumUpSandbox.Options sandbox(Settings settings) {
        return new SumUpSandbox.Options(settings.port(Part.SUMUP), settings.origin("sumup"), MERCHANT, "Rose Ash",
                SANDBOX_KEY, "GBP", settings.data().resolve("sumup-ledger.jsonl"));
    }

    private static Path demoFolder(Settings settings) {
        return settings.root().resolve("dev/src/main/resources/demo");
    }
}
