package coop.roseash.contract.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import coop.roseash.contract.app.AppName;

/// The devices on which one member is signed in, and signing them out from afar.
public interface SignedInDevices {
    /// The topic of the outbox that tells federation of a sid ended from afar; the key is the sid, the text the
    /// member's id.
    String SESSION_ENDED = "session-ended";

    /// The most recently seen first; their number is limited.
    List<SignedInDevice> of(long memberId);

    /// Ends everything that hangs on one sign-in, in all apps at once; other clients are told soon after.
    ///
    /// @return false when the member is not signed in there
    boolean signOut(long memberId, String sid);

    /// Signs out everywhere but on one device.
    ///
    /// @return how many devices were signed out
    int signOutOthers(long memberId, String sid);

    /// One sign-in and the apps it was used in.
    record SignedInDevice(String sid, Session.Device device, Instant startedAt, Instant seenAt, Set<AppName> apps) {
        public SignedInDevice {
            apps = Set.copyOf(apps);
        }
    }
}
