package coop.roseash.infrastructure.security;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.infrastructure.fragment.LenderPort;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

/// The stack mounts each Docker secret as a file that is named as the setting's environment variable.
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(LenderPort.class)
class SecretFilesTest {
    @ConfigProperty(name = "proof.by-name")
    String byName;
    @ConfigProperty(name = "proof.by-expression")
    String byExpression;
    @ConfigProperty(name = "quarkus.mailer.password")
    String password;

    @Test
    void readsASettingFromTheFileOfItsName() {
        assertThat(byName).isEqualTo("from a file");
        assertThat(password).isEqualTo("a hidden password");
    }

    @Test
    void readsAFileThatAnotherSettingNames() {
        assertThat(byExpression).isEqualTo("another file");
    }
}
