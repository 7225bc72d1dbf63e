package coop.roseash.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A built service on disk: its jars as one flat class path, and the JVM's ahead-of-time cache made for them.
///
/// Quarkus' own `quarkus-run.jar` has a class loader of its own, whose classes no cache can hold; with the same
/// jars on the class path in the same order the JVM takes almost every class from the cache.
///
/// @param folder holds `quarkus-app`; `start` is made beside it
public record BuiltApp(Path folder) {
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    public static BuiltApp of(Path root, String app) {
        return new BuiltApp(root.resolve(app).resolve("target"));
    }

    public boolean exists() {
        return Files.exists(jars().resolve("quarkus-run.jar"));
    }

    /// The cache, whether it is there yet or not; each JVM has its own.
    public Path cache() {
        return folder.resolve("start/" + System.getProperty("java.vm.version") + ".aot");
    }

    /// Whether the cache was made from the jars as they are now. The JVM checks the same and more: one that does
    /// not fit is left alone, and costs no more than its time.
    public boolean hasCache() throws IOException {
        if (Files.notExists(cache())) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(cache());
        List<Path> jars = classPath();
        jars.add(startJar());
        for (Path jar : jars) {
            if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    /// A jar with nothing in it but where the others are, written where it is not as it should be. What the modules
    /// must open stands in it too: as an option it would keep the JVM from using the cache.
    public Path startJar() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("start")).resolve("start.jar");
        Manifest wanted = manifest();
        if (Files.notExists(jar) || !wanted.equals(manifest(jar))) {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), wanted)) {
                out.finish();
            }
        }
        return jar;
    }

    /// The jar of one of the project's modules.
    Path module(String name) throws IOException {
        return classPath().stream()
            .filter(jar -> jar.getFileName().toString().startsWith("coop.roseash." + name + "-"))
            .findFirst()
            .orElseThrow();
    }

    private Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, MAIN);
        attributes.put(Attributes.Name.CLASS_PATH, classPath().stream()
            .map(file -> "../" + folder.relativize(file))
            .collect(Collectors.joining(" ")));
        attributes.put(new Attributes.Name("Add-Opens"), "java.base/java.lang");
        attributes.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        return manifest;
    }

    private static Manifest manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest();
        }
    }

    /// Classes that Quarkus changed or made come before the jars they came from.
    private List<Path> classPath() throws IOException {
        List<Path> all = new ArrayList<>(List.of(jars().resolve("quarkus/transformed-bytecode.jar"),
                jars().resolve("quarkus/generated-bytecode.jar")));
        for (String part : List.of("app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(jars().resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private Path jars() {
        return folder.resolve("quarkus-app");
    }
}
