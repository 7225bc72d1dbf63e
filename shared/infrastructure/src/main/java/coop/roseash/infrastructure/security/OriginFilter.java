package coop.roseash.infrastructure.security;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.Addresses;

/// Refuses changing requests that a browser sends from somebody else's page (CSRF).
///
/// Browsers say where a request comes from in `Sec-Fetch-Site` and `Origin`; a client that sends neither is no
/// browser with a visitor's cookies in it.
@ApplicationScoped
class OriginFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String self;
    private final List<Pattern> machinePaths;

    OriginFilter(Addresses addresses, SecurityConfig config) {
        self = addresses.origin(addresses.self());
        machinePaths = config.machinePaths().stream().map(OriginFilter::pattern).toList();
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 1)
    void check(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || isForMachines(request)) {
            return;
        }
        if (!isOwn(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"))) {
            throw new ForbiddenException("This form was sent from another site");
        }
    }

    private boolean isOwn(@Nullable String site, @Nullable String origin) {
        if (site != null) {
            return OWN.contains(site);
        }
        return origin == null || origin.equals(self);
    }

    private boolean isForMachines(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return machinePaths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path.strip()).replace("*", "\\E.*\\Q"));
    }
}
