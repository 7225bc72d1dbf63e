package coop.roseash.contract.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The cooperative's members; owned by federation. A suspended member is still found, except by [#active].
public interface Members {
    /// Whether nobody was taken in yet.
    boolean isEmpty();

    Optional<Member> byId(long id);

    List<Member> byIds(Collection<Long> ids);

    Optional<Member> bySubject(String subject);

    Optional<Member> byHandle(String handle);

    Optional<Member> byEmail(String email);

    /// The member if they may sign in and stay signed in.
    Optional<Member> active(long id);

    /// The public page of a member: what they say about themselves.
    Optional<Profile> profile(String handle);

    /// Members whose name, handle or address contains the words, by handle; all of them for an empty text.
    Page<Profile> search(String text, PageRequest request);

    RegisterOutcome register(Registration registration);

    /// What is wrong with the form of a registration, by field; says nothing about what is taken.
    Map<String, String> problems(Registration registration);

    /// Sets what others read about a member.
    ///
    /// @param bio plain text of at most 500 characters
    void describe(long memberId, String bio);

    /// Sets the name others read.
    ///
    /// @return false when it is blank or longer than 80 characters; nothing is changed then
    boolean rename(long memberId, String displayName);

    /// Grants exactly these roles (MEMBER is always kept); they count from the member's next request.
    ///
    /// @return false when nobody would be left as admin; nothing is changed then
    boolean grant(long memberId, Collection<Role> roles);

    /// Keeps a member from signing in, and signs them out with their next request; or lets them back in.
    ///
    /// @return false when nobody would be left as admin; nothing is changed then
    boolean suspend(long memberId, boolean suspended);

    /// Gives a member another address, which must be known to be theirs.
    ///
    /// @return false when it is another member's
    boolean changeEmail(long memberId, String email);

    record Profile(Member member, String bio, Instant joinedAt, boolean suspended) {}

    /// @param password kept as an Argon2id hash; null where the member signs in by mail only
    record Registration(String handle, String displayName, String email, @Nullable String password,
            Collection<Role> roles) {
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
