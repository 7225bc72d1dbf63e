package coop.roseash.federation.command;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Enters clients and makes new signing keys from the command line, at a federation that runs. `./dev.sh client` and
/// `./dev.sh rotate-keys` call it; elsewhere it is `java -cp … coop.roseash.federation.command.ProviderCommand`,
/// in federation's own container.
public final class ProviderCommand {
    private static final String USAGE = """
            client ID --redirect URL [--redirect URL]…   enter an application, or change it; prints its new secret
                --name TEXT              as members read it (the id)
                --post-logout URL        where it may send people after signing out; any number
                --backchannel URL        where it hears of sign-outs
                --public                 it keeps no secret (browser or phone); members are asked
                --ask                    it keeps a secret, and members are asked; otherwise you vouch for it
                --scope NAME             what it may ask for; any number (openid profile email offline_access)
                --es256                  sign its ID tokens with ES256 (RS256)
            rotate-keys                  make new signing keys, and wait until they sign
                --leaked                 believe the old ones no more, at once
            """;

    private ProviderCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(List.of(arguments)));
        } catch (IOException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (command) {
            case "client" -> client(arguments.subList(1, arguments.size()));
            case "rotate-keys" -> rotateKeys(arguments.subList(1, arguments.size()));
            default -> usage();
        };
    }

    private static int client(List<String> arguments) throws IOException, InterruptedException {
        Optional<String> form = ClientArguments.form(arguments);
        return form.isPresent() ? print(Call.post("/internal/clients", form.get())) : usage();
    }

    private static int rotateKeys(List<String> arguments) throws IOException, InterruptedException {
        boolean leaked = arguments.contains("--leaked");
        HttpResponse<String> answer = Call.post("/internal/keys", leaked ? Call.field("leaked", "yes") : "");
        if (answer.statusCode() != 200) {
            return print(answer);
        }
        Instant from = Instant.parse(answer.body().strip());
        Duration wait = Duration.between(Instant.now(), from);
        if (wait.isPositive()) {
            System.out.println("The new keys are published and sign in " + (wait.toSeconds() + 1) + " s");
            Thread.sleep(wait);
        }
        System.out.println("The new keys sign");
        return 0;
    }

    private static int print(HttpResponse<String> answer) {
        boolean good = answer.statusCode() == 200;
        (good ? System.out : System.err).print(good || answer.statusCode() == 400
                ? answer.body()
                : "Federation answered " + answer.statusCode() + "\n");
        return good ? 0 : 1;
    }

    private static int usage() {
        System.err.print(USAGE);
        return 2;
    }
}
