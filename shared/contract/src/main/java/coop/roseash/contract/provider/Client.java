package coop.roseash.contract.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// An application that may ask federation who its visitor is.
///
/// @param scopes what it may ask at most
/// @param idTokenAlgorithm `ES256` or `RS256`
public record Client(String id, String name, Kind kind, Addresses addresses, List<String> scopes,
        String idTokenAlgorithm) {
    public Client {
        scopes = List.copyOf(scopes);
    }

    /// What an application is to us.
    public enum Kind {
        /// One of the platform's own apps.
        OWN,
        /// Of others, but whoever runs this site vouches for it: members are not asked.
        VOUCHED,
        /// Of others; it can keep a secret.
        CONFIDENTIAL,
        /// Of others, in a browser or on a phone, where nothing stays secret (RFC 6749 section 2.1).
        PUBLIC
    }

    /// Where an application lives.
    ///
    /// @param redirect where answers may go, compared as exact strings
    /// @param postLogout where a visitor may go after signing out, likewise
    /// @param backchannel where it hears of sign-outs; null where it does not
    public record Addresses(List<String> redirect, List<String> postLogout, @Nullable String backchannel) {
        public Addresses {
            redirect = List.copyOf(redirect);
            postLogout = List.copyOf(postLogout);
        }
    }

    public boolean own() {
        return kind == Kind.OWN;
    }

    public boolean keepsSecret() {
        return kind != Kind.PUBLIC;
    }

    /// Whether members are asked before it hears of them.
    public boolean asksMembers() {
        return kind == Kind.CONFIDENTIAL || kind == Kind.PUBLIC;
    }
}
