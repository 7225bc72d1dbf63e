package coop.roseash.dev.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeployTest {
    @TempDir
    Path folder;
    private Workshop workshop;
    private String first;

    @BeforeEach
    void prepare() throws Exception {
        workshop = new Workshop(folder);
        first = workshop.head();
    }

    @Test
    void deploysAllAtFirst() throws Exception {
        var outcome = deploy("--all");
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("account is healthy").endsWith("Deployed " + first + "\n");
        assertThat(deployedCommit("federation")).isEqualTo(first);
        assertThat(workshop.calls())
            .contains("stack deploy --with-registry-auth --compose-file docker-compose.yml coop")
            .contains("build --quiet --file events/Dockerfile --tag registry.rose-ash.com:5000/events:" + first + " .");
        assertThat(workshop.swarm.resolve("lock")).doesNotExist();
    }

    @Test
    void deploysWhatChangedAndLeavesTheRest() throws Exception {
        deploy("--all");
        workshop.write("market/new.txt", "new");
        String second = workshop.commit();
        var outcome = deploy();
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("build market", "(market/new.txt changed since " + first + ")")
            .doesNotContain("build blog", "blog is healthy");
        assertThat(deployedCommit("market")).isEqualTo(second);
        assertThat(deployedCommit("blog")).isEqualTo(first);
    }

    @Test
    void deploysTheNamedAppsOnly() throws Exception {
        deploy("--all");
        workshop.write("pom.xml", "new");
        String second = workshop.commit();
        assertThat(deploy("cart", "events", "cart").code()).isZero();
        assertThat(deployedCommit("cart")).isEqualTo(second);
        assertThat(deployedCommit("events")).isEqualTo(second);
        assertThat(deployedCommit("account")).isEqualTo(first);
    }

    @Test
    void givesNewSiteSettingsToAllAppsWithoutBuilding() throws Exception {
        deploy("--all");
        workshop.write("_config/app-config.yaml", "site:\n  name: Rose Ash\n");
        workshop.commit();
        var outcome = deploy();
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("no image to build", "blog is healthy", "account is healthy");
    }

    @Test
    void printsThePlanAndChangesNothing() throws Exception {
        var outcome = deploy("--all", "--dry-run");
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("Deploying commit " + first + " to the stack coop", "build cart");
        assertThat(workshop.calls()).doesNotContain("build", "push", "stack deploy", "config create");
    }

    @Test
    void deploysToTheSwarmOfAnotherHost() throws Exception {
        workshop.environment.put("DEPLOY_HOST", "rosa@shed.example");
        assertThat(deploy("--all").code()).isZero();
        assertThat(workshop.calls()).contains("--host ssh://rosa@shed.example stack deploy", "\nbuild --quiet");
    }

    @Test
    void rollsEverythingBackWhenOneAppDoesNotGetHealthy() throws Exception {
        deploy("--all");
        workshop.write("pom.xml", "new");
        String second = workshop.commit();
        workshop.swarm("sick-cart", "");
        var outcome = deploy("blog", "cart");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("cart did not become healthy: task: non-zero exit (1)",
                "site.name should be set",
                "cart was rolled back to " + first + " by the swarm",
                "blog is rolled back to " + first,
                "The deploy of " + second + " failed.")
            .doesNotContain("words of every task");
        assertThat(deployedCommit("blog")).isEqualTo(first);
        assertThat(workshop.swarm.resolve("lock")).doesNotExist();
    }

    @Test
    void rollsBackWhatTakesTooLong() throws Exception {
        deploy("--all");
        workshop.write("cart/new.txt", "new");
        workshop.commit();
        workshop.environment.put("DEPLOY_PATIENCE", "1");
        workshop.swarm("slow-cart", "");
        var outcome = deploy("cart");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("cart did not become healthy", "words of every task",
                "cart is rolled back to " + first);
    }

    @Test
    void pushesNothingWhenOneImageCannotBeBuilt() throws Exception {
        workshop.swarm("unbuildable-market", "");
        refuses("The image of market cannot be built. Nothing was pushed or deployed.", "--all");
        assertThat(workshop.calls()).doesNotContain("push");
    }

    @Test
    void deploysNothingWhenOneImageCannotBePushed() throws Exception {
        workshop.swarm("unpushable", "");
        refuses("The image of blog cannot be pushed to registry.rose-ash.com:5000. Nothing was deployed.", "--all");
    }

    @Test
    void deploysOneAtATime() throws Exception {
        Files.createDirectory(workshop.swarm.resolve("lock"));
        refuses("Another deploy is under way: gardener@shed since this morning", "--all");
        assertThat(workshop.swarm.resolve("lock")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"blgo|There is no app 'blgo'. The apps are blog market cart",
            "--al|Do not understand '--al'.", "--all blog|Name apps or say --all, not both."})
    void refusesWhatItDoesNotUnderstand(String arguments, String message) throws Exception {
        var outcome = deploy(arguments.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.text()).contains(message);
        assertThat(workshop.calls()).isEmpty();
    }

    @Test
    void refusesADirtyTree() throws Exception {
        workshop.write("blog/half done.txt", "…");
        refuses("The tree has changes that are not committed", "--all");
    }

    @Test
    void refusesToStartWithSomeApps() throws Exception {
        refuses("market is not deployed yet, so it must be part of this deploy", "blog");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"inactive false|Docker is not part of a swarm.",
            "active false|Docker is a worker; deploying needs a manager"})
    void refusesWithoutAManager(String state, String message) throws Exception {
        workshop.swarm("info", state + "\n");
        refuses(message, "--all");
    }

    @Test
    void refusesWithoutDocker() throws Exception {
        workshop.swarm("down", "");
        refuses("Docker does not answer: Cannot connect to the Docker daemon", "--all");
    }

    @Test
    void refusesWithoutANodeForTheData() throws Exception {
        workshop.swarm("nodes", "");
        refuses("docker node update --label-add roseash.data=true", "--all");
    }

    @Test
    void refusesWithoutARegistry() throws Exception {
        workshop.swarm("no-registry", "");
        refuses("The registry registry.rose-ash.com:5000 does not answer.", "--all");
    }

    @Test
    void namesEveryMissingSecret() throws Exception {
        workshop.swarm("secrets",
                Workshop.SECRETS.replace("coop-sumup-api-key-1\n", "").replace("coop-mail-password-1", ""));
        workshop.environment.put("SITE_INTERNAL_KEY_VERSION", "2");
        refuses("The swarm lacks these secrets", "--all");
        assertThat(deploy("--all").text()).contains("coop-sumup-api-key-1", "coop-mail-password-1",
                "coop-site-internal-key-2")
            .doesNotContain("coop-database-password-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DOMIAN=x|.env line 1: there is no setting DOMIAN.",
            "what is this|.env line 1 is not KEY=value.", "MAIL_HOST=m|DOMAIN is not set. It is the site's domain",
            "DOMAIN=https://x|DOMAIN is 'https://x', which is not the site's domain",
            "DOMAIN=$(touch x)|DOMAIN is '$(touch x)', which is not"})
    void refusesWrongSettings(String line, String message) throws Exception {
        workshop.write(".env", line + "\n");
        refuses(message, "--all");
        assertThat(workshop.tree.resolve("x")).doesNotExist();
    }

    @Test
    void refusesAWrongNumberOfTasks() throws Exception {
        workshop.environment.put("CART_REPLICAS", "many");
        refuses("CART_REPLICAS is 'many', which is not a number of tasks from 1 on.", "--all");
    }

    private void refuses(String message, String... arguments) throws Exception {
        var outcome = deploy(arguments);
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(1);
        assertThat(outcome.text()).contains(message);
        assertThat(workshop.calls()).doesNotContain("stack deploy");
    }

    private Workshop.Outcome deploy(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "./deploy.sh";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return workshop.run(command);
    }

    private String deployedCommit(String app) throws Exception {
        return Files.readString(workshop.swarm.resolve("services/coop_" + app + "/commit")).strip();
    }
}
