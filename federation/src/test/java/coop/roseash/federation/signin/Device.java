package coop.roseash.federation.signin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A browser with cookies of its own that fills in the provider's forms.
public class Device {
    private static final Pattern LINK = Pattern
        .compile("http://federation\\.rose-ash\\.localhost:8080(/(?:signin/link|invitation)/[A-Za-z0-9_-]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    public final Map<String, String> cookies = new HashMap<>();

    /// Lets every address and browser try again, whatever earlier tests tried.
    public static void forgetAttempts(RedisDataSource redis) {
        List<String> counters = redis.key().keys("limit:*");
        if (!counters.isEmpty()) {
            redis.key().del(counters.toArray(String[]::new));
        }
    }

    public RequestSpecification open() {
        return given().redirects().follow(false).cookies(cookies);
    }

    public Response get(String path) {
        Response shown = open().get(path);
        cookies.putAll(shown.cookies());
        return shown;
    }

    /// Sends a form with the token of this browser.
    public Response post(String path, Map<String, String> form) {
        Map<String, String> fields = new HashMap<>(form);
        fields.put("token", token());
        Response sent = open().contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParams(fields)
            .post(path);
        cookies.putAll(sent.cookies());
        return sent;
    }

    public String token() {
        return token(get("/signin").asString());
    }

    static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertTrue(token.find());
        return token.group(1);
    }

    public boolean isSignedIn() {
        return "/x".equals(open().get("/auth/login?to=/x").header("Location"));
    }

    /// The path of the link in the newest mail to an address.
    public static String linkTo(MockMailbox mailbox, String address) {
        return found(mailTo(mailbox, address)).orElseThrow();
    }

    public static String mailTo(MockMailbox mailbox, String address) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !mailbox.getMailsSentTo(address).isEmpty());
        return mailbox.getMailsSentTo(address).getLast().getText();
    }

    public static Optional<String> found(@Nullable String text) {
        Matcher link = LINK.matcher(text == null ? "" : text);
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }
}
