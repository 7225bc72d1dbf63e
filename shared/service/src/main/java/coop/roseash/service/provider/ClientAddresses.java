package coop.roseash.service.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.provider.Client;

/// Which addresses an application of others may have (OAuth 2.0 for Native Apps, RFC 8252; RFC 9700 section 2.1).
final class ClientAddresses {
    private static final int MOST = 20;
    private static final int LONGEST = 1000;
    private static final Pattern LOOPBACK = Pattern
        .compile("127\\.0\\.0\\.1|\\[::1\\]|localhost|[a-z0-9.-]+\\.localhost");
    /// A phone app's own scheme is a domain name turned round, so that it cannot be anybody's `javascript:`.
    private static final Pattern OWN_SCHEME = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

    private ClientAddresses() {}

    static Map<String, String> problems(Client client) {
        Map<String, String> problems = new LinkedHashMap<>();
        boolean ownScheme = client.kind() == Client.Kind.PUBLIC;
        if (client.addresses().redirect().isEmpty()) {
            problems.put("redirect", "Give at least one address to which answers may go");
        }
        of(client.addresses().redirect(), ownScheme).ifPresent(it -> problems.put("redirect", it));
        of(client.addresses().postLogout(), ownScheme).ifPresent(it -> problems.put("postLogout", it));
        String backchannel = client.addresses().backchannel();
        if (backchannel != null) {
            of(List.of(backchannel), false).ifPresent(it -> problems.put("backchannel", it));
        }
        return problems;
    }

    private static Optional<String> of(List<String> addresses, boolean ownScheme) {
        if (addresses.size() > MOST) {
            return Optional.of("Give at most " + MOST + " addresses");
        }
        return addresses.stream()
            .filter(address -> !isGood(address, ownScheme))
            .findFirst()
            .map(bad -> "“" + bad + "” should be a whole https address without #, or http on this machine");
    }

    private static boolean isGood(String address, boolean ownScheme) {
        URI uri = parsed(address);
        if (uri == null || uri.getScheme() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null
                || address.contains("*")) {
            return false;
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return switch (uri.getScheme()) {
            case "https" -> !host.isEmpty();
            case "http" -> LOOPBACK.matcher(host).matches();
            default -> ownScheme && OWN_SCHEME.matcher(uri.getScheme()).matches();
        };
    }

    private static @Nullable URI parsed(String address) {
        try {
            return address.length() > LONGEST ? null : new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
