package coop.roseash.contract.session;

import java.time.Instant;

/// A member signed in on one device in one app.
///
/// @param sid the session at federation it hangs on; one sign-out there ends all with the same sid
/// @param authenticatedAt when the member last proved who they are
/// @param seenAt the last visit, to the minute
/// @param idToken what federation said at the sign-in, kept as the hint for signing out; empty at federation itself
public record Session(long memberId, String sid, Instant authenticatedAt, Instant startedAt, Instant seenAt,
        String idToken, Device device) {

    /// A session that starts now.
    public static Session starting(long memberId, String sid, Instant authenticatedAt, Instant now, String idToken,
            Device device) {
        return new Session(memberId, sid, authenticatedAt, now, now, idToken, device);
    }

    public Session seen(Instant now) {
        return new Session(memberId, sid, authenticatedAt, startedAt, now, idToken, device);
    }

    /// Where a member is signed in, for them to recognise.
    ///
    /// @param browser as it describes itself (User-Agent)
    /// @param place the beginning of its network address, enough to tell home from elsewhere
    public record Device(String browser, String place) {
        private static final int LONGEST = 200;

        public Device {
            browser = browser.length() > LONGEST ? browser.substring(0, LONGEST) : browser;
        }
    }
}
