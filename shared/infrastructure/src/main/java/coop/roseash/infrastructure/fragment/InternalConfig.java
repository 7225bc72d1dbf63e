package coop.roseash.infrastructure.fragment;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import coop.roseash.contract.app.AppName;

/// How the apps reach and trust each other.
@ConfigMapping(prefix = "site")
interface InternalConfig {
    /// The addresses at which the apps reach each other; `{app}` is the app's name.
    @WithDefault("http://{app}:8080")
    String internalPattern();

    /// The apps reached elsewhere than the pattern says: `site.internal.blog=http://127.0.0.1:8101`.
    Elsewhere internal();

    /// Signs what the apps ask each other: a secret of at least 32 characters, the same for all six.
    String internalKey();

    /// An address of each app, where it has its own.
    interface Elsewhere {
        Optional<String> blog();

        Optional<String> market();

        Optional<String> cart();

        Optional<String> events();

        Optional<String> federation();

        Optional<String> account();

        default Optional<String> of(AppName app) {
            return switch (app) {
                case BLOG -> blog();
                case MARKET -> market();
                case CART -> cart();
                case EVENTS -> events();
                case FEDERATION -> federation();
                case ACCOUNT -> account();
            };
        }
    }
}
