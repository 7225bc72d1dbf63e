package coop.roseash.infrastructure.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Role;
import coop.roseash.infrastructure.security.UseCasePage.Guarded;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class UseCaseRolesTest {
    /// What must not be forgotten; the rest is found by its annotations.
    private static final List<String> ALL_KINDS = List.of("DraftDesk.create", "DraftDesk.publish", "MenuEditor.add",
            "GhostImport.ghost", "NewsletterService.send", "EntryEditor.update", "CheckInDesk.redeem",
            "TicketRegister.cancel", "TicketTypeDesk.define", "PriceKeeper.change", "StockKeeper.count",
            "ScrapeService.approve", "DeliveryService.block", "RegistrationDesk.register", "KeyRing.rotate",
            "MemberService.grant", "MemberService.suspend", "InvitationService.invite", "MailLinkService.makeRecovery",
            "AuditWriter.search");

    @Inject
    Members members;

    @Test
    void refusesEveryoneWithoutTheRoleWhateverPageTheyCameBy() {
        Map<Role, String> cookies = Arrays.stream(Role.values())
            .collect(Collectors.toMap(role -> role, role -> SignIn.as("only_" + role.id(), role)));
        List<Guarded> all = UseCasePage.guarded();
        assertThat(all).extracting(Guarded::name).containsAll(ALL_KINDS);
        for (Guarded useCase : all) {
            for (Role role : Role.values()) {
                boolean allowed = role == Role.ADMIN || useCase.roles().contains(role.id());
                assertThat(status(useCase, cookies.get(role))).as("%s as %s", useCase.name(), role)
                    .isEqualTo(allowed ? 200 : 403);
            }
            assertThat(status(useCase, "")).as("%s as a guest", useCase.name()).isEqualTo(401);
        }
    }

    @Test
    void asksForNobodysRolesWhereThePlatformActsByItself() {
        Member member = SignIn.member("self_made");
        assertThat(members.grant(member.id(), List.of(Role.STEWARD))).isTrue();
    }

    private static int status(Guarded useCase, String cookie) {
        return given().cookie(SignIn.COOKIE, cookie).post("/use-case/" + useCase.name()).statusCode();
    }
}
