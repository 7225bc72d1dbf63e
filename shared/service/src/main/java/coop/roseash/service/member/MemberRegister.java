package coop.roseash.service.member;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Members.Registration;
import coop.roseash.contract.member.Passwords;
import coop.roseash.model.member.MemberEntity;

/// Takes new members in, or says which field is in the way.
@ApplicationScoped
class MemberRegister {
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]{2,30}");
    private static final Pattern EMAIL = Pattern
        .compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[^\\s@<>()\\[\\],;:\"\\\\]{1,189}");
    private static final int NAME_LENGTH = 80;
    private static final int SUBJECT_BYTES = 18;
    /// Names that would speak for the site.
    private static final Set<String> RESERVED = Set.of("admin", "administrator", "root", "support", "help", "security",
            "postmaster", "webmaster", "abuse", "blog", "market", "cart", "events", "federation", "account");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemberRepository members;
    private final CredentialRepository credentials;
    private final PasswordHash hash;
    private final EntityManager entities;
    private final Clock clock;

    MemberRegister(MemberRepository members, CredentialRepository credentials, PasswordHash hash,
            EntityManager entities, Clock clock) {
        this.members = members;
        this.credentials = credentials;
        this.hash = hash;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    RegisterOutcome register(Registration registration) {
        Optional<Map.Entry<String, String>> problem = problems(registration).entrySet().stream().findFirst();
        if (problem.isPresent()) {
            return new RegisterOutcome.Invalid(problem.get().getKey(), problem.get().getValue());
        }
        if (RESERVED.contains(registration.handle()) || members.byHandle(registration.handle()).isPresent()) {
            return new RegisterOutcome.HandleTaken();
        }
        if (members.byEmail(registration.email()).isPresent()) {
            return new RegisterOutcome.EmailTaken();
        }
        return insert(registration);
    }

    static Map<String, String> problems(Registration registration) {
        Map<String, String> problems = new LinkedHashMap<>();
        String name = registration.displayName().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            problems.put("displayName", "Write a name of up to " + NAME_LENGTH + " characters");
        }
        if (!HANDLE.matcher(registration.handle()).matches()) {
            problems.put("handle", "Use 2 to 30 small letters, digits or _");
        }
        if (!EMAIL.matcher(registration.email().strip()).matches()) {
            problems.put("email", "Write an e-mail address, for example name@example.org");
        }
        String password = registration.password();
        if (password != null
                && (password.length() < Passwords.MINIMUM_LENGTH || password.length() > Passwords.MAXIMUM_LENGTH)) {
            problems.put("password", "Use at least " + Passwords.MINIMUM_LENGTH + " characters");
        }
        return problems;
    }

    /// The unique keys decide between two who ask at once; the loser is told what the winner took.
    private RegisterOutcome insert(Registration registration) {
        String email = registration.email().strip();
        Number inserted = (Number) entities
            .createNativeQuery("""
                    WITH new_member AS (
                        INSERT INTO members (subject, handle, display_name, email, created_at)
                        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING id)
                    SELECT coalesce((SELECT id FROM new_member), 0)""")
            .setParameter(1, newSubject())
            .setParameter(2, registration.handle())
            .setParameter(3, registration.displayName().strip())
            .setParameter(4, email)
            .setParameter(5, clock.instant())
            .getSingleResult();
        if (inserted.longValue() == 0) {
            return members.byHandle(registration.handle()).isPresent()
                    ? new RegisterOutcome.HandleTaken()
                    : new RegisterOutcome.EmailTaken();
        }
        MemberEntity member = members.byId(inserted.longValue()).orElseThrow();
        member.roles.addAll(MemberService.ids(registration.roles()));
        if (registration.password() != null) {
            credentials.keepPassword(member.id, hash.of(registration.password()), clock.instant());
        }
        return new RegisterOutcome.Registered(MemberService.member(member));
    }

    private static String newSubject() {
        byte[] bytes = new byte[SUBJECT_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
