package coop.roseash.infrastructure.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.infrastructure.schema.SchemaVersion.State;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class SchemaVersionTest {
    @Inject
    Flyway flyway;
    @Inject
    DataSource database;

    @Test
    void isReadyWithAllMigrations() {
        assertThat(new SchemaVersion(flyway).state()).isEqualTo(new State.Ready());
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Migrations"));
    }

    @Test
    void isBehindInADatabaseWithoutTables() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists untouched");
        }
        Flyway elsewhere = Flyway.configure()
            .configuration(flyway.getConfiguration())
            .schemas("untouched")
            .defaultSchema("untouched")
            .load();
        assertThat(new SchemaVersion(elsewhere).state()).isInstanceOf(State.Behind.class);
    }

    @Test
    void saysWhyTheDatabaseCannotBeReached() {
        Flyway nowhere = Flyway.configure()
            .configuration(flyway.getConfiguration())
            .dataSource("jdbc:postgresql://127.0.0.1:1/postgres?connectTimeout=1", "nobody", "")
            .load();
        assertThat(new SchemaVersion(nowhere).state()).isInstanceOf(State.Unreachable.class);
    }
}
