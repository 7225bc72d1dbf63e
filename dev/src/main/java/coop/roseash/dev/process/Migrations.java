package coop.roseash.dev.process;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

import org.flywaydb.core.Flyway;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;

/// Makes the tables, as the blog does when it starts, for services that run without it.
public final class Migrations {
    private Migrations() {}

    /// @param app has the migrations among its jars
    public static void run(Settings settings, BuiltApp app) throws IOException {
        URL[] jar = {app.module("model").toUri().toURL()};
        try (URLClassLoader migrations = new URLClassLoader(jar, Migrations.class.getClassLoader())) {
            Flyway.configure(migrations)
                .dataSource("jdbc:postgresql://127.0.0.1:" + settings.port(Part.DATABASE) + "/postgres", "postgres",
                        "postgres")
                .load()
                .migrate();
        }
    }
}
