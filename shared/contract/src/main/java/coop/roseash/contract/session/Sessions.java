package coop.roseash.contract.session;

import java.util.Optional;

/// The sessions of this app in Redis, by a random token of which only the hash is kept.
public interface Sessions {
    /// Starts a session of this app.
    ///
    /// @return the token for the cookie; empty when its sid was signed out meanwhile
    Optional<String> start(Session session);

    /// The session of a token, which lives on from now; empty for anything else, also for garbage.
    Optional<Session> find(String token);

    void end(String token);

    /// Ends this app's sessions of one sid, on all replicas at once.
    void endHere(String sid);

    /// Ends the sessions of one sid in every app, and refuses new ones of it.
    void endEverywhere(String sid);

    /// Whether a sid was signed out, as far as that is remembered: longer than a code lives.
    boolean isEnded(String sid);
}
