package coop.roseash.infrastructure.security;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What pages may load and where their forms may lead.
@ConfigMapping(prefix = "security")
interface SecurityConfig {
    /// Further origins a form may lead to, beside the six apps: the payment pages.
    @WithDefault("https://*.sumup.com")
    List<String> formTargets();

    /// Where pictures may come from, beside the six apps.
    @WithDefault("https:")
    List<String> imageSources();

    /// Sites whose players and maps a post may embed in a frame.
    @WithDefault("https://www.youtube-nocookie.com,https://www.youtube.com,https://player.vimeo.com,"
            + "https://open.spotify.com,https://w.soundcloud.com,https://www.openstreetmap.org")
    List<String> frameSources();

    /// Paths whose changing requests come from machines, not from our own pages; they carry their own proof. A `*`
    /// stands for anything.
    @WithDefault("/internal/*,/inbox,/*/inbox,/webhooks/*,/oauth/authorize,/oauth/logout,/oauth/userinfo,/oauth/token,/oauth/introspect,/oauth/revoke,/oauth/device,"
            + "/oauth/par,/auth/backchannel,/newsletters/unsubscribe/*,/q/*")
    List<String> machinePaths();
}
