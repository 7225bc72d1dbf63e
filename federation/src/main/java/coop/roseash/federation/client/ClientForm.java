package coop.roseash.federation.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;

/// What an admin writes about an application: addresses one a line.
public class ClientForm {
    static final List<String> SCOPES = List.of("openid", "profile", "email", "offline_access");

    @RestForm
    @Nullable
    String id;
    @RestForm
    @Nullable
    String name;
    @RestForm
    @Nullable
    String kind;
    @RestForm
    @Nullable
    List<String> redirect;
    @RestForm
    @Nullable
    List<String> postLogout;
    @RestForm
    @Nullable
    String backchannel;
    @RestForm("scope")
    @Nullable
    List<String> scopes;
    @RestForm
    @Nullable
    String algorithm;

    /// As the page shows it.
    record Shown(String id, String name, String kind, String redirect, String postLogout, String backchannel,
            List<String> scopes, String algorithm, Map<String, String> errors) {
        static Shown empty() {
            return new Shown("", "", "confidential", "", "", "", List.of("openid", "profile"), "RS256", Map.of());
        }

        static Shown of(Client client, Map<String, String> errors) {
            String backchannel = client.addresses().backchannel();
            return new Shown(client.id(), client.name(), client.kind().name().toLowerCase(Locale.ROOT),
                    String.join("\n", client.addresses().redirect()),
                    String.join("\n", client.addresses().postLogout()), backchannel == null ? "" : backchannel,
                    client.scopes(), client.idTokenAlgorithm(), errors);
        }
    }

    Client client() {
        List<String> chosen = new ArrayList<>(scopes == null ? List.of() : scopes);
        String hears = text(backchannel);
        return new Client(text(id), text(name), kind(text(kind)),
                new Client.Addresses(lines(redirect), lines(postLogout), hears.isEmpty() ? null : hears),
                chosen, "ES256".equals(algorithm) ? "ES256" : "RS256");
    }

    /// An application is no app of ours by being entered here.
    static Client.Kind kind(String name) {
        return switch (name) {
            case "public" -> Client.Kind.PUBLIC;
            case "vouched" -> Client.Kind.VOUCHED;
            default -> Client.Kind.CONFIDENTIAL;
        };
    }

    private static List<String> lines(@Nullable List<String> texts) {
        return (texts == null ? List.<String>of() : texts).stream()
            .flatMap(text -> Arrays.stream(text.split("\\s+")))
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
