package coop.roseash.dev.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangedAppsTest {
    @TempDir
    Path folder;
    private Workshop workshop;

    @BeforeEach
    void deployAll() throws Exception {
        workshop = new Workshop(folder);
        workshop.allDeployed(workshop.head());
    }

    @Test
    void buildsNothingWhereNothingChanged() throws Exception {
        assertThat(changed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared/contract/pom.xml", "sx-vm/src/a file.java", "pom.xml", "docker-compose.yml",
            ".mvn/jvm.config", "mvnw", ".npmrc", ".dockerignore", "_config/jvm.options", "_config/healthcheck",
            "_config/run"})
    void buildsAllForWhatGoesIntoAll(String file) throws Exception {
        change(file);
        assertThat(changed()).isEqualTo(Workshop.APPS);
    }

    @ParameterizedTest
    @CsvSource({"blog/pom.xml,blog", "market/Dockerfile,market", "cart/src/main/resources/a page.html,cart",
            "federation/ünïcode,federation"})
    void buildsTheAppWhoseFolderChanged(String file, String app) throws Exception {
        change(file);
        assertThat(changed()).containsExactly(app);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/operations.md", "README.md", "dev/src/test/java/Test.java", "dev/pom.xml", "test.sh",
            "_config/app-config.yaml", ".gitea/workflows/ci.yml", "deploy.sh", "schema.sql", "blogroll/pom.xml",
            "docs/shared/pom.xml"})
    void buildsNothingForWhatGoesIntoNoImage(String file) throws Exception {
        change(file);
        assertThat(changed()).isEmpty();
    }

    @Test
    void countsBothNamesOfARenamedFile() throws Exception {
        workshop.write("blog/a page.html",
                "The same long text on both sides of the move, so that Git sees a rename.\n");
        workshop.allDeployed(workshop.commit());
        workshop.sh("git mv 'blog/a page.html' 'events/another page.html'");
        workshop.commit();
        assertThat(changed()).containsExactly("blog", "events");
    }

    @Test
    void countsAFileMovedFromAnAppIntoTheDocs() throws Exception {
        workshop.sh("git mv cart/pom.xml docs/cart.xml");
        workshop.commit();
        assertThat(changed()).containsExactly("cart");
    }

    @Test
    void countsADeletedFile() throws Exception {
        workshop.sh("git rm -q account/pom.xml");
        workshop.commit();
        assertThat(changed()).containsExactly("account");
    }

    @Test
    void seesWhatAMergeBrought() throws Exception {
        workshop.sh("git checkout -q -b side");
        change("market/new.txt");
        workshop.sh("git checkout -q main");
        change("events/new.txt");
        workshop.sh("git merge -q --no-ff -m merge side");
        assertThat(changed()).containsExactly("market", "events");
    }

    @Test
    void buildsNothingForAChangeThatWasTakenBack() throws Exception {
        change("blog/new.txt");
        workshop.sh("git revert --no-edit HEAD");
        assertThat(changed()).isEmpty();
    }

    @Test
    void comparesEachAppWithItsOwnDeploy() throws Exception {
        change("blog/new.txt");
        workshop.deployed("blog", workshop.head());
        change("cart/new.txt");
        assertThat(changed()).containsExactly("cart");
    }

    @Test
    void buildsAllAtTheFirstDeploy() throws Exception {
        workshop.sh("rm -r \"$SWARM\"/services/*");
        assertThat(changed()).isEqualTo(Workshop.APPS);
    }

    @Test
    void buildsWhatWasDeployedFromAnUnknownCommit() throws Exception {
        workshop.deployed("events", "0123456789ab");
        assertThat(changed()).containsExactly("events");
    }

    @Test
    void buildsAllInAShallowCloneThatLacksTheDeployedCommit() throws Exception {
        change("README.md");
        Path clone = folder.resolve("clone");
        workshop.sh("git clone -q --depth 1 \"file://$PWD\" '" + clone + "'");
        assertThat(lines(workshop.run(clone.resolve(".gitea/changed-apps.sh").toString()))).isEqualTo(Workshop.APPS);
    }

    @Test
    void buildsWhatTheRegistryLost() throws Exception {
        Files.delete(workshop.swarm.resolve("images/registry.rose-ash.com:5000_market:" + workshop.head()));
        assertThat(changed()).containsExactly("market");
    }

    @Test
    void saysWhy() throws Exception {
        String before = workshop.head();
        change("blog/new.txt");
        assertThat(workshop.run(".gitea/changed-apps.sh").text())
            .isEqualTo("blog\tblog/new.txt changed since " + before + "\n");
    }

    @Test
    void asksTheSwarmOfAnotherHost() throws Exception {
        workshop.environment.put("DEPLOY_HOST", "rosa@shed.example");
        workshop.run(".gitea/changed-apps.sh");
        assertThat(workshop.calls()).contains("--host ssh://rosa@shed.example service ls");
    }

    private void change(String file) throws Exception {
        workshop.write(file, "changed");
        workshop.commit();
    }

    private List<String> changed() throws IOException, InterruptedException {
        return lines(workshop.run(".gitea/changed-apps.sh"));
    }

    private static List<String> lines(Workshop.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.text()).isZero();
        return outcome.text().lines().map(line -> line.substring(0, line.indexOf('\t'))).toList();
    }
}
