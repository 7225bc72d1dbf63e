package coop.roseash.service.activity;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which addresses of other servers we would speak to at all: https, or an authority that the settings name.
@Singleton
class OtherServers {
    private final Set<String> plainAllowed;

    OtherServers(@ConfigProperty(name = "web.allowed-authorities") Optional<List<String>> allowed) {
        this.plainAllowed = new HashSet<>(allowed.orElse(List.of()));
    }

    /// The address, if it is one.
    Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            String authority = uri.getRawAuthority();
            boolean whole = authority != null && uri.getHost() != null && uri.getRawUserInfo() == null;
            return whole && (isHttps(uri) || isAllowedPlain(uri)) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Plain http only where the settings say so, as in tests and on one machine.
    String scheme(String authority) {
        return plainAllowed.contains(withPort(authority)) ? "http" : "https";
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private boolean isAllowedPlain(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && plainAllowed.contains(withPort(uri.getRawAuthority()));
    }

    private static String withPort(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.matches(".*:\\d+") ? lower : lower + ":80";
    }
}
