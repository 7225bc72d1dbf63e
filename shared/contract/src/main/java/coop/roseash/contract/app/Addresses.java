package coop.roseash.contract.app;

import java.net.URI;

/// The public addresses of the six apps, as browsers see them.
public interface Addresses {
    /// For example `https://blog.rose-ash.com`, without a slash at the end.
    String origin(AppName app);

    /// @param path begins with a slash
    default URI page(AppName app, String path) {
        return URI.create(origin(app) + path);
    }

    /// The app that runs in this process.
    AppName self();
}
