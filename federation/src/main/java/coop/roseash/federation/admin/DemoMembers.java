package coop.roseash.federation.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Members.RegisterOutcome;
import coop.roseash.contract.member.Role;

/// Takes the demo cooperative's members in at the first start (`DEMO_CONTENT`); done before anything else of the
/// demo, since posts and notes belong to somebody.
@ApplicationScoped
class DemoMembers {
    private static final Logger LOG = Logger.getLogger(DemoMembers.class);
    private static final int AFTER_THE_SCHEMA = 5000;

    private final Members members;
    private final ObjectMapper json;
    private final Optional<String> folder;
    private final Optional<String> password;

    DemoMembers(Members members, ObjectMapper json, @ConfigProperty(name = "demo.content") Optional<String> folder,
            @ConfigProperty(name = "demo.password") Optional<String> password) {
        this.members = members;
        this.json = json;
        this.folder = folder;
        this.password = password;
    }

    record DemoMember(String handle, String displayName, String email, String bio, List<String> roles) {}

    void load(@Observes @Priority(AFTER_THE_SCHEMA) StartupEvent start) {
        Optional<Path> file = folder.map(name -> Path.of(name, "federation", "members.json")).filter(Files::exists);
        if (file.isEmpty() || !members.isEmpty()) {
            return;
        }
        try {
            List<DemoMember> demo = List.of(json.readValue(file.get().toFile(), DemoMember[].class));
            demo.forEach(this::register);
            LOG.infof("Took %d demo members in", demo.size());
        } catch (IOException e) {
            LOG.errorf("The demo members could not be read from %s: %s", file.get(), e.getMessage());
        }
    }

    private void register(DemoMember demo) {
        List<Role> roles = demo.roles().stream().map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT))).toList();
        RegisterOutcome outcome = members.register(new Members.Registration(demo.handle(), demo.displayName(),
                demo.email(), password.orElse(null), roles));
        if (outcome instanceof RegisterOutcome.Registered registered) {
            members.describe(registered.member().id(), demo.bio());
        } else {
            LOG.warnf("The demo member %s was not taken in: %s", demo.handle(), outcome);
        }
    }
}
