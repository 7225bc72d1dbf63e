package coop.roseash.federation.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `client` is told, as the form that federation reads.
final class ClientArguments {
    private static final List<String> SCOPES = List.of("openid", "profile", "email", "offline_access");
    private static final Map<String, String> FIELDS = Map.of("--redirect", "redirect", "--post-logout", "postLogout",
            "--backchannel", "backchannel", "--name", "name", "--scope", "scope");

    private final List<String> fields = new ArrayList<>();
    private String kind = "vouched";
    private boolean named;
    private boolean scoped;

    private ClientArguments() {}

    /// Empty where the arguments are not to be understood.
    static Optional<String> form(List<String> arguments) {
        if (arguments.size() < 2 || arguments.getFirst().startsWith("--")) {
            return Optional.empty();
        }
        ClientArguments read = new ClientArguments();
        return read.all(arguments) ? Optional.of(read.formOf(arguments.getFirst())) : Optional.empty();
    }

    private boolean all(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            String option = arguments.get(i);
            String field = FIELDS.get(option);
            if (field == null) {
                if (!flag(option)) {
                    return false;
                }
            } else if (i + 1 < arguments.size()) {
                i++;
                fields.add(Call.field(field, arguments.get(i)));
                named |= field.equals("name");
                scoped |= field.equals("scope");
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean flag(String option) {
        switch (option) {
            case "--public" -> kind = "public";
            case "--ask" -> kind = "confidential";
            case "--es256" -> fields.add(Call.field("algorithm", "ES256"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private String formOf(String id) {
        fields.add(Call.field("id", id));
        fields.add(Call.field("kind", kind));
        if (!named) {
            fields.add(Call.field("name", id));
        }
        if (!scoped) {
            SCOPES.forEach(scope -> fields.add(Call.field("scope", scope)));
        }
        return String.join("&", fields);
    }
}
