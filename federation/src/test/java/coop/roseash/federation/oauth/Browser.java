package coop.roseash.federation.oauth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Clients;
import coop.roseash.testing.SignIn;

import static io.restassured.RestAssured.given;

/// A browser with cookies of its own, and the client that sends it to the provider.
class Browser {
    static final String CLIENT = "checker";
    static final String SECRET = "the checker's secret: + % &";
    static final String REDIRECT = "https://checker.example/callback";
    static final String ISSUER = "http://federation.rose-ash.localhost:8080";
    static final String VERIFIER = "a-verifier-of-the-checker-with-more-than-43-characters";

    final Map<String, String> cookies = new HashMap<>();

    static void registerClient(String backchannel, String algorithm) {
        CDI.current()
            .select(Clients.class)
            .get()
            .save(new Client(CLIENT, "Checker", Client.Kind.VOUCHED,
                    new Client.Addresses(List.of(REDIRECT, REDIRECT + "?from=rose"),
                            List.of("https://checker.example/bye"), backchannel),
                    List.of("openid", "profile", "email", "offline_access"), algorithm), SECRET);
    }

    static Browser signedIn(String handle) {
        Browser browser = new Browser();
        browser.cookies.put(SignIn.COOKIE, SignIn.as(handle));
        return browser;
    }

    RequestSpecification open() {
        return given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies);
    }

    Response authorize(Map<String, String> parameters) {
        return open().get("/oauth/authorize?" + query(parameters));
    }

    /// A code, as the client finds it in the answer.
    String code() {
        return answer(authorize(request())).get("code");
    }

    /// A request as it should be, to change from.
    static Map<String, String> request() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("scope", "openid profile email");
        parameters.put("state", "a state");
        parameters.put("nonce", UUID.randomUUID().toString());
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    static Map<String, String> changed(String name, String value) {
        Map<String, String> parameters = request();
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        return parameters;
    }

    static Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    static Response token(Map<String, String> form) {
        return post("/oauth/token", form, basic(CLIENT, SECRET));
    }

    static Response post(String path, Map<String, String> form, String authorization) {
        RequestSpecification request = given().contentType("application/x-www-form-urlencoded").body(query(form));
        return authorization == null ? request.post(path) : request.header("Authorization", authorization).post(path);
    }

    static Response userinfo(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken).get("/oauth/userinfo");
    }

    static String basic(String id, String secret) {
        String both = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /// The parameters of the redirect that a response is.
    static Map<String, String> answer(Response response) {
        String location = String.valueOf(response.header("Location"));
        Map<String, String> found = new HashMap<>();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return found;
    }

    static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
            .append(encoded(name))
            .append('=')
            .append(encoded(value)));
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> claims(String jwt) {
        String json = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
        return io.restassured.path.json.JsonPath.from(json).getMap("");
    }
}
