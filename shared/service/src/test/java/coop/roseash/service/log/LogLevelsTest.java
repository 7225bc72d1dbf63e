package coop.roseash.service.log;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class LogLevelsTest {
    @Inject
    EntityManager entities;

    @Test
    void changesALevelWhileRunningAndBack() {
        Logger logger = Logger.getLogger("coop.roseash.service.log.proof");
        assertThat(logger.isDebugEnabled()).isFalse();
        run("INSERT INTO log_levels (category, level) VALUES ('coop.roseash.service.log.proof', 'DEBUG')");
        await().until(logger::isDebugEnabled);
        run("UPDATE log_levels SET level = 'ERROR' WHERE category = 'coop.roseash.service.log.proof'");
        await().until(() -> !logger.isEnabled(Logger.Level.WARN));
        run("DELETE FROM log_levels WHERE category = 'coop.roseash.service.log.proof'");
        await().until(() -> logger.isEnabled(Logger.Level.WARN));
        assertThat(logger.isDebugEnabled()).isFalse();
    }

    @Test
    void prefersTheRowOfThisAppAndLeavesThoseOfOthers() {
        Logger mine = Logger.getLogger("coop.roseash.service.log.mine");
        Logger other = Logger.getLogger("coop.roseash.service.log.other");
        run("INSERT INTO log_levels VALUES ('*', 'coop.roseash.service.log.mine', 'ERROR'),"
                + " ('blog', 'coop.roseash.service.log.mine', 'DEBUG'), ('cart', 'coop.roseash.service.log.other', 'DEBUG')");
        await().until(mine::isDebugEnabled);
        assertThat(other.isDebugEnabled()).isFalse();
        run("DELETE FROM log_levels");
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
