package coop.roseash.service.member;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Members.Registration;
import coop.roseash.contract.member.Passwords;
import coop.roseash.contract.member.Role;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MembersTest {
    @Inject
    Members members;
    @Inject
    Passwords passwords;

    @Test
    void takesANewMemberInAndFindsThemByEverythingTheyAreKnownBy() {
        Member wren = registered("wren", "Wren@Example.org", List.of(Role.AUTHOR));

        assertEquals(Set.of(Role.MEMBER, Role.AUTHOR), wren.roles());
        assertEquals(wren, members.byId(wren.id()).orElseThrow());
        assertEquals(wren, members.bySubject(wren.subject()).orElseThrow());
        assertEquals(wren, members.byHandle("wren").orElseThrow());
        assertEquals(wren, members.byEmail(" wren@EXAMPLE.org ").orElseThrow());
        assertEquals(List.of(wren), members.byIds(List.of(wren.id(), -1L)));
        assertNotEquals("wren", wren.subject());
    }

    @Test
    void refusesATakenHandleAndATakenMailboxInAnyCase() {
        registered("lark", "lark@example.org", List.of());

        assertInstanceOf(RegisterOutcome.HandleTaken.class, register("lark", "other@example.org", null));
        assertInstanceOf(RegisterOutcome.EmailTaken.class, register("lark2", "LARK@example.org", null));
        assertInstanceOf(RegisterOutcome.HandleTaken.class, register("admin", "a@example.org", null));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertEquals("handle", invalid(register("Not A Handle", "x@example.org", null)));
        assertEquals("handle", invalid(register("x", "x@example.org", null)));
        assertEquals("email", invalid(register("xavier", "no address", null)));
        assertEquals("password", invalid(register("xavier", "x@example.org", "short")));
        assertEquals("displayName", invalid(members
            .register(new Registration("xavier", " ", "x@example.org", null, List.of()))));
    }

    @Test
    void checksAPasswordAndKnowsOnlyItsHash() {
        Member finch = assertInstanceOf(RegisterOutcome.Registered.class,
                register("finch", "finch@example.org", "correct horse battery"))
            .member();

        assertEquals(finch, passwords.check("FINCH@example.org", "correct horse battery").orElseThrow());
        assertTrue(passwords.check("finch@example.org", "correct horse batterz").isEmpty());
        assertTrue(passwords.check("nobody@example.org", "correct horse battery").isEmpty());

        passwords.set(finch.id(), "another long one");
        assertTrue(passwords.check("finch@example.org", "correct horse battery").isEmpty());
        assertTrue(passwords.check("finch@example.org", "another long one").isPresent());
        assertThrows(IllegalArgumentException.class, () -> passwords.set(finch.id(), "short"));
    }

    @Test
    void grantsExactlyTheRolesAskedForAndAlwaysKeepsMember() {
        Member robin = registered("robin", "robin@example.org", List.of(Role.EDITOR));

        members.grant(robin.id(), List.of(Role.STEWARD));

        assertEquals(Set.of(Role.MEMBER, Role.STEWARD), members.byId(robin.id()).orElseThrow().roles());
    }

    @Test
    void keepsASuspendedMemberFromSigningInUntilLetBackIn() {
        Member crow = assertInstanceOf(RegisterOutcome.Registered.class,
                register("crow", "crow@example.org", "correct horse battery"))
            .member();

        members.suspend(crow.id(), true);
        assertTrue(members.active(crow.id()).isEmpty());
        assertTrue(passwords.check("crow@example.org", "correct horse battery").isEmpty());
        assertTrue(members.profile("crow").orElseThrow().suspended());

        members.suspend(crow.id(), false);
        assertTrue(members.active(crow.id()).isPresent());
    }

    @Test
    void searchesPagedByAnyPartOfNameHandleOrAddress() {
        registered("gull_1", "a@sea.example", List.of());
        registered("gull_2", "b@sea.example", List.of());
        registered("gullx3", "c@sea.example", List.of());

        var first = members.search("SEA.example", new PageRequest(1, 2));
        assertEquals(List.of("gull_1", "gull_2"), first.items().stream().map(p -> p.member().handle()).toList());
        assertTrue(first.hasNext());
        assertEquals(List.of("gullx3"),
                members.search("sea.example", new PageRequest(2, 2))
                    .items()
                    .stream()
                    .map(p -> p.member().handle())
                    .toList());
        assertEquals(2, members.search("gull_", new PageRequest(1, 10)).items().size());
    }

    private Member registered(String handle, String email, List<Role> roles) {
        return assertInstanceOf(RegisterOutcome.Registered.class,
                members.register(new Registration(handle, handle + " bird", email, null, roles)))
            .member();
    }

    private RegisterOutcome register(String handle, String email, String password) {
        return members.register(new Registration(handle, "Someone", email, password, List.of()));
    }

    private static String invalid(RegisterOutcome outcome) {
        return assertInstanceOf(RegisterOutcome.Invalid.class, outcome).field();
    }
}
