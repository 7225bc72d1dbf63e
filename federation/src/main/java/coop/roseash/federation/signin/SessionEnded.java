package coop.roseash.federation.signin;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.outbox.OutboxHandler;
import coop.roseash.contract.session.SignedInDevices;
import coop.roseash.federation.oauth.SignOut;

/// Tells the clients of a sign-in that was ended from another device, and revokes what it was granted.
@ApplicationScoped
class SessionEnded implements OutboxHandler {
    private final SignOut signOut;

    SessionEnded(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    public String topic() {
        return SignedInDevices.SESSION_ENDED;
    }

    @Override
    public void handle(Message message) {
        signOut.end(Long.parseLong(message.json()), message.key(), "");
    }
}
