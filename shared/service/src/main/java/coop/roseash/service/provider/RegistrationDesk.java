package coop.roseash.service.provider;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.contract.provider.Registrations;
import coop.roseash.model.provider.ClientEntity;

/// Looks at each application before it is entered; our own are changed by the settings only.
@ApplicationScoped
@Transactional
class RegistrationDesk implements Registrations {
    static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final int LONGEST_NAME = 80;
    private static final Set<String> SCOPES = Set.of("openid", "profile", "email", "offline_access");

    private final Clients register;
    private final ClientRepository clients;
    private final ClientMemory memory;
    private final GrantRepository grants;
    private final Clock clock;

    RegistrationDesk(Clients register, ClientRepository clients, ClientMemory memory, GrantRepository grants,
            Clock clock) {
        this.register = register;
        this.clients = clients;
        this.memory = memory;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public Page<Registration> list(PageRequest request) {
        return Page.of(clients.all(request), request).map(RegistrationDesk::registration);
    }

    @Override
    public Optional<Registration> byId(String id) {
        return clients.findByIdOptional(id).map(RegistrationDesk::registration);
    }

    @Override
    @RolesAllowed("admin")
    public Outcome register(Client client) {
        Map<String, String> problems = problems(client);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        String secret = client.keepsSecret() ? Hash.newSecret() : null;
        register.save(client, secret);
        return new Outcome.Saved(client, secret);
    }

    @Override
    @RolesAllowed("admin")
    public Outcome change(Client client) {
        Map<String, String> problems = problems(client);
        Optional<ClientEntity> found = clients.findByIdOptional(client.id());
        if (found.isEmpty()) {
            problems.put("id", "There is no application with this id");
        } else if ((found.get().secretHash == null) == client.keepsSecret()) {
            problems.put("kind", "Whether an application keeps a secret cannot change; enter it anew");
        }
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        ClientEntity entity = found.orElseThrow();
        entity.name = client.name();
        entity.kind = client.kind().name().toLowerCase(java.util.Locale.ROOT);
        entity.redirectUris = client.addresses().redirect();
        entity.postLogoutUris = client.addresses().postLogout();
        entity.backchannelUri = client.addresses().backchannel();
        entity.scopes = client.scopes();
        entity.idTokenAlgorithm = client.idTokenAlgorithm();
        memory.clients().changed();
        return new Outcome.Saved(client, null);
    }

    @Override
    @RolesAllowed("admin")
    public Optional<String> newSecret(String id) {
        String secret = Hash.newSecret();
        memory.clients().changed();
        return clients.setSecret(id, Hash.of(secret)) ? Optional.of(secret) : Optional.empty();
    }

    @Override
    @RolesAllowed("admin")
    public void disable(String id, boolean disabled) {
        memory.clients().changed();
        if (clients.setDisabled(id, disabled ? clock.instant() : null) && disabled) {
            grants.revokeClient(id, clock.instant());
        }
    }

    private Map<String, String> problems(Client client) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!ID.matcher(client.id()).matches()) {
            problems.put("id", "Write letters, digits, dots and hyphens only");
        } else if (client.own() || isOwn(client.id())) {
            problems.put("id", "This is one of our own apps; its settings change it");
        }
        if (client.name().isBlank() || client.name().length() > LONGEST_NAME) {
            problems.put("name", "Write a name of at most " + LONGEST_NAME + " characters");
        }
        if (client.scopes().isEmpty() || !SCOPES.containsAll(client.scopes())) {
            problems.put("scopes", "Choose at least one of what there is");
        }
        problems.putAll(ClientAddresses.problems(client));
        return problems;
    }

    private boolean isOwn(@Nullable String id) {
        return clients.count("id = ?1 and kind = 'own'", id) > 0;
    }

    private static Registration registration(ClientEntity entity) {
        return new Registration(ClientReader.client(entity), entity.createdAt, entity.disabledAt != null);
    }
}
