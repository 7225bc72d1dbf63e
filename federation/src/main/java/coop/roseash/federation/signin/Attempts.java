package coop.roseash.federation.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.federation.form.Limits;

/// How often anything may be tried: from one network, for one address from there, and for one address from anywhere. A
/// browser its owner signed in with before is counted by itself.
@ApplicationScoped
public class Attempts {
    private final Limits limits;
    private final KnownBrowser known;
    private final SigninConfig config;

    Attempts(Limits limits, KnownBrowser known, SigninConfig config) {
        this.limits = limits;
        this.known = known;
        this.config = config;
    }

    /// Counts a mail that is asked for.
    public void mail(RoutingContext request, String email) {
        limits.count("mail-network", network(request), config.mailsPerNetwork(), config.window());
        count(request, "mail", email, config.mailsPerAddress(), config.mailsPerAddressOverall());
    }

    void password(RoutingContext request, String email) {
        limits.count("password-network", network(request), config.passwordsPerNetwork(), config.window());
        count(request, "password", email, config.passwordsPerAddress(), config.passwordsPerAddressOverall());
    }

    void forgetPassword(RoutingContext request, String email) {
        limits.forget("password", known.of(request, email).orElseGet(() -> email + " " + network(request)));
    }

    /// Counts a one-time code or recovery code of a member who has shown the rest already, so that nobody else can use
    /// these attempts up.
    public void code(long memberId) {
        limits.count("code", String.valueOf(memberId), config.codesPerMember(), config.window());
    }

    public void forgetCode(long memberId) {
        limits.forget("code", String.valueOf(memberId));
    }

    public void passkey(RoutingContext request) {
        limits.count("passkey-network", network(request), config.passkeysPerNetwork(), config.window());
    }

    private void count(RoutingContext request, String what, String email, int most, int mostOverall) {
        Optional<String> browser = known.of(request, email);
        if (browser.isPresent()) {
            limits.count(what, browser.get(), most, config.window());
        } else {
            limits.count(what, email + " " + network(request), most, config.window());
            limits.count(what + "-overall", email, mostOverall, config.window());
        }
    }

    /// An IPv4 address, or the 64 bits of IPv6 that one household has.
    private static String network(RoutingContext request) {
        String address = ProviderSession.address(request);
        String[] groups = address.split(":");
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
