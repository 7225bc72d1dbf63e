package coop.roseash.infrastructure.fragment;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the apps reach and trust each other.
@ConfigMapping(prefix = "site")
interface InternalConfig {
    /// The addresses at which the apps reach each other; `{app}` is the app's name.
    @WithDefault("http://{app}:8080")
    String internalPattern();

    /// The apps reached elsewhere than the pattern says: `site.internal.blog=http://127.0.0.1:8101`.
    Map<String, String> internal();

    /// Signs what the apps ask each other: a secret of at least 32 characters, the same for all six.
    String internalKey();
}
