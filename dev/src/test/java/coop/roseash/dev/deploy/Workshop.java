package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A throwaway Git repository with the real scripts in it, beside a swarm that is a folder.
class Workshop {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FAKES = Path.of("src/test/resources/deploy/bin").toAbsolutePath();
    static final List<String> APPS = List.of("blog", "market", "cart", "events", "federation", "account");
    static final String SECRETS = """
            coop-database-password-1
            coop-site-internal-key-1
            coop-activitypub-key-secret-1
            coop-signing-key-secret-1
            coop-client-cookie-secret-1
            coop-client-secret-blog-1
            coop-client-secret-market-1
            coop-client-secret-cart-1
            coop-client-secret-events-1
            coop-client-secret-account-1
            coop-mail-password-1
            coop-sumup-api-key-1
            """;

    final Path tree;
    final Path swarm;
    final Map<String, String> environment = new LinkedHashMap<>();

    /// What a command said and how it ended.
    record Outcome(int code, String text) {}

    Workshop(Path folder) throws IOException, InterruptedException {
        tree = Files.createDirectories(folder.resolve("a tree"));
        swarm = Files.createDirectories(folder.resolve("swarm"));
        Files.createDirectories(swarm.resolve("services"));
        Files.createDirectories(swarm.resolve("images"));
        swarm("calls", "");
        swarm("info", "active true\n");
        swarm("nodes", "n1\n");
        swarm("secrets", SECRETS);
        for (String file : List.of("deploy.sh", ".gitea/changed-apps.sh", "docker-compose.yml", ".env.example",
                "_config/app-config.yaml")) {
            Path copy = tree.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(PROJECT.resolve(file), copy);
        }
        for (String part : Stream.concat(APPS.stream(), Stream.of("shared/contract", "sx-vm", "docs", "dev"))
            .toList()) {
            write(part + "/pom.xml", part);
        }
        write("pom.xml", "root");
        write(".env", "DOMAIN=rose-ash.example\nMAIL_HOST=mail.example\nMAIL_USERNAME=rosa\nSUMUP_MERCHANT_CODE=M1\n");
        write(".gitignore", ".env\n");
        sh("git init -q -b main . && git config user.name Rosa && git config user.email rosa@rose-ash.example");
        commit();
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(tree.resolve(file).getParent());
        Files.writeString(tree.resolve(file), text);
    }

    void swarm(String file, String text) throws IOException {
        Files.writeString(swarm.resolve(file), text);
    }

    /// Everything in the tree as a new commit.
    ///
    /// @return its short name
    String commit() throws IOException, InterruptedException {
        sh("git add -A && git commit -q -m change");
        return head();
    }

    String head() throws IOException, InterruptedException {
        return sh("git rev-parse --short=12 HEAD").strip();
    }

    /// As if an app had been deployed from a commit.
    void deployed(String app, String commit) throws IOException {
        String image = "registry.rose-ash.com:5000/" + app + ":" + commit;
        Path service = Files.createDirectories(swarm.resolve("services/coop_" + app));
        Files.writeString(service.resolve("commit"), commit + "\n");
        Files.writeString(service.resolve("template"), image + " 0\n");
        Files.writeString(service.resolve("started"), "");
        Files.writeString(service.resolve("state"), "");
        Files.writeString(swarm.resolve("images/" + image.replace('/', '_')), "");
    }

    void allDeployed(String commit) throws IOException {
        for (String app : APPS) {
            deployed(app, commit);
        }
    }

    String calls() throws IOException {
        return Files.readString(swarm.resolve("calls"));
    }

    /// Runs a command that must succeed.
    String sh(String command) throws IOException, InterruptedException {
        Outcome outcome = run("bash", "-c", command);
        if (outcome.code() != 0) {
            throw new AssertionError(command + "\n" + outcome.text());
        }
        return outcome.text();
    }

    Outcome run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("PATH", FAKES + ":" + System.getenv("PATH"));
        builder.environment().put("SWARM", swarm.toString());
        builder.environment().put("DEPLOY_INTERVAL", "0.1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Did not end: " + String.join(" ", command));
        }
        return new Outcome(process.exitValue(), text);
    }
}
