package coop.roseash.dev.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs a demo member in at our provider by the form, as a browser does.
final class PasswordSignIn {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private final HttpClient http = SignIns.client();
    private final String address;

    PasswordSignIn(String address) {
        this.address = address;
    }

    String cookies(String email, String password) throws IOException, InterruptedException {
        CookieJar jar = new CookieJar();
        HttpResponse<String> page = http.send(HttpRequest.newBuilder(URI.create(address + "/signin")).build(),
                HttpResponse.BodyHandlers.ofString());
        jar.keep(page);
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no form");
        }
        String form = "to=%2F&token=" + token.group(1) + "&email=" + encode(email) + "&password=" + encode(password);
        HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(address + "/signin/password"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", jar.header())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("The sign-in was refused: " + answer.statusCode());
        }
        jar.keep(answer);
        return jar.header();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
