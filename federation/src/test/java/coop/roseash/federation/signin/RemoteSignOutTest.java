package coop.roseash.federation.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Filter;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;
import coop.roseash.contract.session.SignedInDevices;
import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RemoteSignOutTest {
    @Inject
    SignedInDevices devices;
    @Inject
    Sessions sessions;
    @Inject
    AuditLog audit;

    @Test
    void endsTheSessionHereAtOnceAndTellsTheClientsAfterwards() {
        long member = SignIn.member("siskin").id();
        String sid = "sid-" + UUID.randomUUID();
        Instant now = Instant.now();
        String token = sessions
            .start(Session.starting(member, sid, now, now, "", new Session.Device("a phone", "203.0.113.x")))
            .orElseThrow();

        devices.signOut(member, sid);

        given().redirects()
            .follow(false)
            .cookie(SignIn.COOKIE, token)
            .get("/auth/login?to=/x")
            .then()
            .header("Location", "/signin?to=%2Fx");
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> !audit
                .search(new Filter(Kind.SIGN_OUT, member, null, null), new PageRequest(1, 1))
                .isEmpty());
    }
}
