package coop.roseash.dev.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Signs the peer's one member in: follows its redirects until it sends a code to the client.
final class InteractionSignIn {
    private static final int MOST_HOPS = 10;
    private static final int MOST_WAITS = 100;
    private final HttpClient http = SignIns.client();
    private final SignIns.Target target;

    InteractionSignIn(SignIns.Target target) {
        this.target = target;
    }

    String cookies() throws IOException, InterruptedException {
        CookieJar jar = new CookieJar();
        URI next = new SignIns(target, "").authorize();
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpResponse<Void> answer = get(next, jar);
            jar.keep(answer);
            String location = answer.headers().firstValue("Location").orElseThrow();
            if (location.startsWith(target.redirect())) {
                return jar.header();
            }
            next = next.resolve(location);
        }
        throw new IllegalStateException(target.name() + " goes round in circles");
    }

    /// It may still be starting.
    private HttpResponse<Void> get(URI address, CookieJar jar) throws IOException, InterruptedException {
        for (int waits = 0;; waits++) {
            try {
                return http.send(HttpRequest.newBuilder(address).header("Cookie", jar.header()).build(),
                        HttpResponse.BodyHandlers.discarding());
            } catch (ConnectException e) {
                if (waits == MOST_WAITS) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
