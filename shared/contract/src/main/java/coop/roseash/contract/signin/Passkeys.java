package coop.roseash.contract.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Member;

/// The public halves of members' passkeys (Web Authentication Level 3).
public interface Passkeys {
    int MOST = 20;
    int LONGEST_NAME = 60;

    /// The newest first; at most [#MOST].
    List<Passkey> of(long memberId);

    /// What a device is told so that it does not register twice.
    List<byte[]> credentialIds(long memberId);

    /// The passkey an authenticator says it used, if its member may sign in.
    Optional<Stored> find(byte[] credentialId);

    /// @return false when the credential is registered already, or the member has [#MOST]
    boolean add(long memberId, String name, Credential credential);

    /// Takes the next counter of an authenticator; those that do not count always say 0.
    ///
    /// @return false when the counter did not grow: a copy of the key is about
    boolean use(long id, long signCount);

    /// @return false when the member has no such passkey
    boolean rename(long memberId, long id, String name);

    /// @return the name of what was removed; empty when the member has no such passkey
    Optional<String> remove(long memberId, long id);

    record Passkey(long id, String name, Instant createdAt, @Nullable Instant usedAt) {}

    /// @param credential the attested credential data (section 6.5.2), in bytes
    record Credential(byte[] id, byte[] credential, long signCount) {}

    record Stored(long id, Member member, Credential credential) {}
}
