package coop.roseash.service.blog;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of the blog.
@StaticInitSafe
@ConfigMapping(prefix = "blog")
interface BlogConfig {
    /// The largest picture kept, in bytes; larger ones slow every reader down.
    @WithDefault("5242880")
    int pictureLimit();

    /// The longest text of one post, in characters of its Lexical document.
    @WithDefault("2000000")
    int textLimit();
}
