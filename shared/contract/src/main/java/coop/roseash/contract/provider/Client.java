package coop.roseash.contract.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// An application that may ask federation who its visitor is.
///
/// @param own whether it is one of the platform's own apps
/// @param redirectUris where answers may go, compared as exact strings
/// @param backchannelUri where it hears of sign-outs; null where it does not
/// @param idTokenAlgorithm `ES256` or `RS256`
public record Client(String id, String name, boolean own, List<String> redirectUris, List<String> postLogoutUris,
        @Nullable String backchannelUri, String idTokenAlgorithm) {
    public Client {
        redirectUris = List.copyOf(redirectUris);
        postLogoutUris = List.copyOf(postLogoutUris);
    }
}
