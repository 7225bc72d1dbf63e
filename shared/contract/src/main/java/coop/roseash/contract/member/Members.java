package coop.roseash.contract.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The cooperative's members; owned by federation.
public interface Members {
    Optional<Member> byId(long id);

    List<Member> byIds(Collection<Long> ids);

    Optional<Member> bySubject(String subject);

    Optional<Member> byHandle(String handle);

    Optional<Member> byEmail(String email);

    RegisterOutcome register(Registration registration);

    /// Grants exactly these roles (MEMBER is always kept).
    void grant(long memberId, Collection<Role> roles);

    /// @param password kept as an Argon2id hash; null where the member signs in by mail only
    record Registration(String handle, String displayName, String email,
            @org.jspecify.annotations.Nullable String password, Collection<Role> roles) {
        public Registration {
            roles = List.copyOf(roles);
        }
    }

    sealed interface RegisterOutcome {
        record Registered(Member member) implements RegisterOutcome {}

        record HandleTaken() implements RegisterOutcome {}

        record EmailTaken() implements RegisterOutcome {}

        record Invalid(String field, String message) implements RegisterOutcome {}
    }
}
