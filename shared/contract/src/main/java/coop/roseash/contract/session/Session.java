package coop.roseash.contract.session;

import java.time.Instant;

/// A member signed in on one device in one app.
///
/// @param sid the session at federation it hangs on; one sign-out there ends all with the same sid
/// @param authenticatedAt when the member last proved who they are
/// @param idToken what federation said at the sign-in, kept as the hint for signing out; empty at federation itself
/// @param device the browser by its own description, for the member's list of devices
public record Session(long memberId, String sid, Instant authenticatedAt, Instant startedAt, String idToken,
        String device) {
    private static final int DEVICE_LENGTH = 200;

    public Session {
        device = device.length() > DEVICE_LENGTH ? device.substring(0, DEVICE_LENGTH) : device;
    }
}
