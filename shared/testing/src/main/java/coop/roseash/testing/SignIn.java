package coop.roseash.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Members.Registration;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;

/// Signs members in for tests of pages, through the same contracts as the real sign-in.
public final class SignIn {
    /// The session cookie's name on http.
    public static final String COOKIE = "ra_session";

    private SignIn() {}

    /// A new session of this app, as the value of [#COOKIE]; the member is registered if need be.
    ///
    /// @param roles all that the member has from now on
    public static String as(String handle, Role... roles) {
        Member member = member(handle, roles);
        Instant now = Instant.now();
        return start(member, now, now);
    }

    /// The same, but the member last proved who they are at another time.
    public static String longAgo(Instant authenticatedAt, String handle, Role... roles) {
        return start(member(handle, roles), authenticatedAt, Instant.now());
    }

    private static String start(Member member, Instant authenticatedAt, Instant now) {
        Session session = Session.starting(member.id(), "sid-" + UUID.randomUUID(), authenticatedAt, now, "",
                new Session.Device("a test", "127.0.0.x"));
        return CDI.current().select(Sessions.class).get().start(session).orElseThrow();
    }

    /// The member with this handle and exactly these roles, registered if need be.
    public static Member member(String handle, Role... roles) {
        Members members = CDI.current().select(Members.class).get();
        List<Role> wanted = Arrays.asList(roles);
        Member member = members.byHandle(handle).orElseGet(() -> register(members, handle));
        if (!members.grant(member.id(), wanted)) {
            // The only admin cannot stop being one, so there is another.
            Member caretaker = members.byHandle("caretaker").orElseGet(() -> register(members, "caretaker"));
            members.grant(caretaker.id(), List.of(Role.ADMIN));
            members.grant(member.id(), wanted);
        }
        return members.byId(member.id()).orElseThrow();
    }

    private static Member register(Members members, String handle) {
        String name = handle.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + handle.substring(1);
        RegisterOutcome outcome = members
            .register(new Registration(handle, name, handle + "@rose-ash.example", null, List.of()));
        return switch (outcome) {
            case RegisterOutcome.Registered(Member member) -> member;
            case RegisterOutcome.HandleTaken ignored -> throw new IllegalStateException(handle + " is taken");
            case RegisterOutcome.EmailTaken ignored -> throw new IllegalStateException(handle + "'s address is taken");
            case RegisterOutcome.Invalid(String field, String message) ->
                throw new IllegalStateException(field + ": " + message);
        };
    }
}
