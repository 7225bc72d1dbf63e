package coop.roseash.infrastructure.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Where to go back to after signing in or out: a path of this app, and nothing else.
public record ReturnPath(String path) {
    private static final int LONGEST = 4096;
    /// Visible ASCII without a backslash, which browsers read as a slash.
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");
    private static final Pattern UP = Pattern.compile("(/|%2[fF])(\\.|%2[eE]){1,2}(/|%2[fF]|[?#]|$)");

    /// The path if it is one of this app's pages, else the home page.
    public static ReturnPath of(@Nullable String to) {
        return to != null && isPage(to) ? new ReturnPath(to) : new ReturnPath("/");
    }

    /// The path of a whole address if it is one of this app's pages, as a browser names the page it comes from.
    static ReturnPath ofAddress(@Nullable String address, String origin) {
        if (address == null || !address.startsWith(origin + "/")) {
            return new ReturnPath("/");
        }
        try {
            URI uri = URI.create(address);
            return of(uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return new ReturnPath("/");
        }
    }

    /// The path as a value in a query.
    public String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isPage(String to) {
        return to.length() <= LONGEST && PATH.matcher(to).matches() && !UP.matcher(to).find()
                && !to.startsWith("/auth/");
    }
}
