package coop.roseash.service.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

record TestWebConfig(Optional<List<String>> allowedAuthorities) implements WebConfig {
    static WebConfig allowing(String... authorities) {
        return new TestWebConfig(Optional.of(List.of(authorities)));
    }

    @Override
    public String userAgent() {
        return "RoseAsh-test/1.0";
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }
}
