package coop.roseash.infrastructure.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

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
    DataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void isReadyWithAllMigrations() {
        assertThat(new SchemaVersion(database).state()).isEqualTo(new State.Ready());
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Migrations"));
    }

    @Test
    void isBehindInADatabaseWithoutTables() throws SQLException {
        execute("CREATE SCHEMA IF NOT EXISTS untouched");
        assertThat(new SchemaVersion(elsewhere(url, "untouched")).state()).isInstanceOf(State.Behind.class);
    }

    @Test
    void namesTheMigrationsThatAreMissing() throws SQLException {
        execute("CREATE SCHEMA halfway");
        execute("CREATE TABLE halfway.flyway_schema_history AS SELECT * FROM public.flyway_schema_history");
        execute("""
                UPDATE halfway.flyway_schema_history SET success = false
                WHERE version = (SELECT max(version) FROM public.flyway_schema_history)
                """);
        assertThat(new SchemaVersion(elsewhere(url, "halfway")).state())
            .isInstanceOfSatisfying(State.Behind.class, behind -> assertThat(behind.missing()).hasSize(1));
    }

    @Test
    void saysWhyTheDatabaseCannotBeReached() {
        assertThat(new SchemaVersion(elsewhere("jdbc:postgresql://127.0.0.1:1/postgres", "public")).state())
            .isInstanceOf(State.Unreachable.class);
    }

    private static DataSource elsewhere(String url, String schema) {
        PGSimpleDataSource elsewhere = new PGSimpleDataSource();
        elsewhere.setUrl(url);
        elsewhere.setUser("postgres");
        elsewhere.setPassword("postgres");
        elsewhere.setCurrentSchema(schema);
        elsewhere.setConnectTimeout(1);
        return elsewhere;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
