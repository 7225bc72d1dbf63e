package coop.roseash.infrastructure.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.session.Browsers;
import coop.roseash.infrastructure.session.ReturnPath;
import coop.roseash.infrastructure.session.SessionCookie;

/// Signs in a visitor who is already signed in at federation: one redirect there and back when a page is opened
/// from elsewhere, then a pause, which ends early when somebody signs in in the same browser. Only a browser's own
/// navigation qualifies, so that scripts, robots and images never take the detour.
@ApplicationScoped
@UnlessBuildProperty(name = "app.name", stringValue = "federation")
class SilentSignIn {
    /// Before Quarkus' own security handlers.
    private static final int PRIORITY = 300;
    private static final String MARKER = "ra_silent";
    private static final String PENDING = "pending";
    private static final String DONE = "done";
    /// Federation's mark of the browser, kept when nobody was signed in there.
    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String OIDC_SESSION = "q_session";
    private static final Pattern ROBOT = Pattern.compile("(?i)bot|crawl|spider|slurp|preview|headless-?render");
    private static final Pattern NO_PAGE = Pattern
        .compile("/(auth|internal|q|static|oauth|basket|\\.well-known)(/.*)?");

    private final SessionCookie cookie;
    private final AuthConfig config;
    private final Browsers browsers;

    SilentSignIn(SessionCookie cookie, AuthConfig config, Browsers browsers) {
        this.cookie = cookie;
        this.config = config;
        this.browsers = browsers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        String path = request.request().path();
        if ("/auth/silent".equals(path)) {
            once(request);
        } else if (path != null && config.silent() && isOpenedByAPerson(request.request(), path)
                && cookie.token(request) == null) {
            askUnlessInVain(request);
        } else {
            request.next();
        }
    }

    private void askUnlessInVain(RoutingContext request) {
        String marker = cookie.value(request, MARKER);
        if (marker == null) {
            ask(request);
        } else if (BROWSER.matcher(marker).matches()) {
            request.vertx().executeBlocking(() -> browsers.hasSignedIn(marker), false).onComplete(answer -> {
                if (answer.succeeded() && answer.result()) {
                    ask(request);
                } else {
                    request.next();
                }
            });
        } else {
            request.next();
        }
    }

    private void ask(RoutingContext request) {
        mark(request, PENDING);
        String to = URLEncoder.encode(ReturnPath.of(request.request().uri()).path(), StandardCharsets.UTF_8);
        seeOther(request, "/auth/silent?probe=1&to=" + to);
    }

    /// Keeps what federation calls this browser, having found nobody signed in there.
    void remember(RoutingContext request, @Nullable String browser) {
        if (browser != null && BROWSER.matcher(browser).matches()) {
            mark(request, browser);
        }
    }

    /// Lets the request on to quarkus-oidc the first time; a browser that keeps no cookies is sent back by a page of
    /// our own, since a redirect would go round in circles.
    private void once(RoutingContext request) {
        boolean isBack = request.request().cookies().stream().anyMatch(it -> it.getName().startsWith(OIDC_SESSION));
        String marker = cookie.value(request, MARKER);
        String to = ReturnPath.of(request.request().getParam("to")).path();
        if (isBack) {
            request.next();
        } else if (DONE.equals(marker)) {
            seeOther(request, to);
        } else if (marker == null && request.request().getParam("probe") != null) {
            sendOn(request, to);
        } else {
            mark(request, DONE);
            request.next();
        }
    }

    private void mark(RoutingContext request, String state) {
        cookie.set(request, MARKER, state, config.silentPause().toSeconds());
    }

    private static void seeOther(RoutingContext request, String to) {
        request.response()
            .setStatusCode(303)
            .putHeader("Location", to)
            .putHeader("Cache-Control", "no-store")
            .end();
    }

    private static void sendOn(RoutingContext request, String to) {
        String escaped = to.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        request.response()
            .putHeader("Content-Type", "text/html; charset=utf-8")
            .putHeader("Cache-Control", "no-store")
            .end("<!doctype html><html lang=\"en-GB\"><title>One moment</title><meta http-equiv=\"refresh\" content=\"0; url="
                    + escaped + "\"><p><a href=\"" + escaped + "\">Go to the page</a></html>");
    }

    private static boolean isOpenedByAPerson(HttpServerRequest request, String path) {
        return request.method() == HttpMethod.GET
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && isOr(request, "Sec-Fetch-Dest", "document")
                && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && request.getHeader("Sec-Purpose") == null
                && request.getHeader("HX-Request") == null
                && contains(request, "Accept", "text/html")
                && !ROBOT.matcher(header(request, "User-Agent")).find()
                && !NO_PAGE.matcher(path).matches();
    }

    private static boolean isOr(HttpServerRequest request, String name, String value) {
        String found = request.getHeader(name);
        return found == null || found.equals(value);
    }

    private static boolean contains(HttpServerRequest request, String name, String part) {
        return header(request, name).contains(part);
    }

    private static String header(HttpServerRequest request, String name) {
        String found = request.getHeader(name);
        return found == null ? "" : found;
    }
}
