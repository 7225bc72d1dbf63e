package coop.roseash.service.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/// Decides to which IP address a request for a URL may go, if to any.
@Singleton
class AddressGuard {
    private static final Pattern DOTTED_QUAD = Pattern
        .compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private final Set<String> allowed;

    AddressGuard(WebConfig config) {
        this.allowed = Set.copyOf(config.allowedAuthorities().orElse(List.of()));
    }

    sealed interface Verdict {
        record Connect(InetAddress address, int port) implements Verdict {}

        record Refuse(String reason) implements Verdict {}
    }

    Verdict check(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Verdict.Refuse("only http and https are asked, not '" + scheme + "'");
        }
        String host = address.getHost();
        if (host == null || host.isEmpty()) {
            return new Verdict.Refuse("the address names no host");
        }
        if (address.getRawUserInfo() != null) {
            return new Verdict.Refuse("an address with a user name is not asked");
        }
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        if (allowed.contains(host.toLowerCase(Locale.ROOT) + ":" + port)) {
            return resolveAllowed(host, port);
        }
        if (port != 80 && port != 443) {
            return new Verdict.Refuse("port " + port + " is not asked, only 80 and 443");
        }
        if (ENDS_IN_A_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            return new Verdict.Refuse("'" + host + "' is an odd way to write an address");
        }
        return resolvePublic(host, port);
    }

    /// Names under `.localhost` are loopback (RFC 6761), whatever this machine's resolver knows of them.
    private static Verdict resolveAllowed(String host, int port) {
        if (host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost")) {
            return new Verdict.Connect(InetAddress.getLoopbackAddress(), port);
        }
        try {
            return new Verdict.Connect(InetAddress.getByName(host), port);
        } catch (UnknownHostException unknown) {
            return new Verdict.Refuse("'" + host + "' is not known");
        }
    }

    /// One address that is not public spoils the name: a server that means well has no reason to mix them.
    private static Verdict resolvePublic(String host, int port) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            return new Verdict.Refuse("'" + host + "' is not known");
        }
        return Arrays.stream(addresses)
            .filter(each -> !PublicAddress.is(each))
            .findFirst()
            .<Verdict>map(each -> new Verdict.Refuse("'" + host + "' is not a public address"))
            .orElseGet(() -> new Verdict.Connect(addresses[0], port));
    }
}
