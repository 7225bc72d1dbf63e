package coop.roseash.service.member;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Passwords;
import coop.roseash.model.member.MemberEntity;

/// Passwords hashed with Argon2id; the hashing itself holds no database connection.
@ApplicationScoped
class PasswordService implements Passwords {
    private final MemberRepository members;
    private final CredentialRepository credentials;
    private final PasswordHash hash;
    private final Clock clock;
    private volatile @Nullable String nobodys;

    PasswordService(MemberRepository members, CredentialRepository credentials, PasswordHash hash, Clock clock) {
        this.members = members;
        this.credentials = credentials;
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public Optional<Member> check(String email, String password) {
        Optional<Candidate> candidate = candidate(email);
        if (password.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        String expected = candidate.map(Candidate::hash).orElseGet(this::nobodysHash);
        boolean matches = hash.matches(expected, password);
        return candidate.filter(found -> matches).map(Candidate::member);
    }

    @Override
    @Transactional
    public void set(long memberId, String password) {
        if (password.length() < MINIMUM_LENGTH || password.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(
                    "A password has between " + MINIMUM_LENGTH + " and " + MAXIMUM_LENGTH + " characters");
        }
        credentials.keepPassword(memberId, hash.of(password), clock.instant());
    }

    @Override
    @Transactional
    public boolean isSet(long memberId) {
        return credentials.password(memberId).isPresent();
    }

    @Override
    public Optional<String> problem(Member member, String password) {
        return PasswordRules.problem(member, password);
    }

    @Override
    @Transactional
    public boolean remove(long memberId) {
        return credentials.forgetPassword(memberId);
    }

    @Transactional
    Optional<Candidate> candidate(String email) {
        Optional<MemberEntity> member = members.byEmail(email).filter(found -> found.suspendedAt == null);
        return member.flatMap(found -> credentials.password(found.id)
            .map(secret -> new Candidate(MemberService.member(found), secret)));
    }

    /// A hash that nothing matches, so that an unknown e-mail costs the same work.
    private String nobodysHash() {
        String known = nobodys;
        if (known == null) {
            known = hash.of(UUID.randomUUID().toString());
            nobodys = known;
        }
        return known;
    }

    record Candidate(Member member, String hash) {}
}
