package coop.roseash.infrastructure.schema;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How an app waits for the tables it needs.
@ConfigMapping(prefix = "schema")
interface SchemaConfig {
    /// How long to wait for the migrations before giving up; the supervisor then starts the app anew.
    @WithDefault("5m")
    Duration patience();

    /// How often to look.
    @WithDefault("500ms")
    Duration interval();
}
