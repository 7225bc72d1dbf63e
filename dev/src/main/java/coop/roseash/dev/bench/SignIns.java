package coop.roseash.dev.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Goes through authorize and token again and again as a signed-in browser and its client.
final class SignIns {
    private static final String VERIFIER = "a-verifier-of-the-bench-with-more-than-43-characters";

    private final HttpClient http = client();
    private final Target target;
    private final String cookies;
    private final String challenge = challenge();

    SignIns(Target target, String cookies) {
        this.target = target;
        this.cookies = cookies;
    }

    /// One provider and the client registered there.
    ///
    /// @param processes which of the processes work for it, by their command
    record Target(String name, String address, String authorize, String token, String redirect, String secret,
            Predicate<String> processes) {}

    /// What one run came to.
    record Figures(double perSecond, double p50Milliseconds, double p95Milliseconds, double processorMilliseconds) {
        static Figures median(List<Figures> runs) {
            List<Figures> sorted = new ArrayList<>(runs);
            sorted.sort(Comparator.comparingDouble(Figures::perSecond));
            return sorted.get(sorted.size() / 2);
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    }

    Figures run(Duration time, int connections) throws InterruptedException {
        ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
        Duration used = ProcessorTime.of(target.processes());
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        once();
                        taken.add(System.nanoTime() - start);
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(target.name() + " failed", e.getCause());
        }
        List<Long> sorted = taken.stream().sorted().toList();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = ProcessorTime.of(target.processes()).minus(used).toNanos() / 1e6;
        return new Figures(sorted.size() / seconds, sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6, processor / sorted.size());
    }

    /// @throws IllegalStateException when the answer is not a code, then tokens
    void once() throws IOException, InterruptedException {
        String code = code();
        String form = "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(target.redirect())
                + "&code_verifier=" + VERIFIER;
        String basic = Base64.getEncoder()
            .encodeToString(("bench:" + target.secret()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(target.address() + target.token()))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("id_token")) {
            throw new IllegalStateException(target.name() + " gave no tokens: " + answer.statusCode() + " "
                    + answer.body());
        }
    }

    private String code() throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(authorize()).header("Cookie", cookies).build(),
                HttpResponse.BodyHandlers.discarding());
        String location = answer.headers().firstValue("Location").orElse("");
        int at = location.indexOf("code=");
        if (at < 0 || !location.startsWith(target.redirect())) {
            throw new IllegalStateException(target.name() + " gave no code: " + answer.statusCode() + " " + location);
        }
        int end = location.indexOf('&', at);
        return location.substring(at + 5, end < 0 ? location.length() : end);
    }

    URI authorize() {
        return URI.create(target.address() + target.authorize() + "?response_type=code&client_id=bench&redirect_uri="
                + encode(target.redirect()) + "&scope=openid%20profile%20email&state=some-state&nonce=some-nonce"
                + "&code_challenge=" + challenge + "&code_challenge_method=S256");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
