package coop.roseash.service.signin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.signin.Passkeys;
import coop.roseash.model.signin.PasskeyEntity;

/// Passkeys in PostgreSQL.
@ApplicationScoped
@Transactional
class PasskeyService implements Passkeys {
    private final PasskeyRepository passkeys;
    private final Members members;
    private final Clock clock;

    PasskeyService(PasskeyRepository passkeys, Members members, Clock clock) {
        this.passkeys = passkeys;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public List<Passkey> of(long memberId) {
        return passkeys.of(memberId)
            .stream()
            .map(found -> new Passkey(found.id, found.name, found.createdAt, found.usedAt))
            .toList();
    }

    @Override
    public List<byte[]> credentialIds(long memberId) {
        return passkeys.of(memberId).stream().map(found -> found.credentialId).toList();
    }

    @Override
    public Optional<Stored> find(byte[] credentialId) {
        return passkeys.byCredential(credentialId)
            .flatMap(found -> members.active(found.memberId)
                .map(member -> new Stored(found.id, member,
                        new Credential(found.credentialId, found.credential, found.signCount))));
    }

    @Override
    public boolean add(long memberId, String name, Credential credential) {
        if (passkeys.byCredential(credential.id()).isPresent() || passkeys.count("memberId", memberId) >= MOST) {
            return false;
        }
        PasskeyEntity passkey = new PasskeyEntity();
        passkey.memberId = memberId;
        passkey.credentialId = credential.id();
        passkey.credential = credential.credential();
        passkey.signCount = credential.signCount();
        passkey.name = named(name);
        passkey.createdAt = clock.instant();
        passkeys.persist(passkey);
        return true;
    }

    @Override
    public boolean use(long id, long signCount) {
        return passkeys.use(id, signCount, clock.instant());
    }

    @Override
    public boolean rename(long memberId, long id, String name) {
        return passkeys.update("name = ?1 where id = ?2 and memberId = ?3", named(name), id, memberId) == 1;
    }

    @Override
    public Optional<String> remove(long memberId, long id) {
        Optional<PasskeyEntity> found = passkeys.find("id = ?1 and memberId = ?2", id, memberId).firstResultOptional();
        found.ifPresent(passkeys::delete);
        return found.map(removed -> removed.name);
    }

    private static String named(String name) {
        String plain = name.strip();
        return plain.isEmpty() ? "Passkey" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
