package coop.roseash.infrastructure.fragment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.AppName;
import coop.roseash.infrastructure.trace.Trace;

/// Asks a lender for one fragment and believes only a proper answer.
@ApplicationScoped
class LenderClient {
    /// The header by which a lender says that its answer is the fragment asked for.
    static final String TYPE_HEADER = "X-Fragment";
    private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofSeconds(30);
    private static final Duration LONGEST_TIME_TO_LIVE = Duration.ofHours(1);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=(\\d{1,9})");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final LenderAddresses addresses;
    private final InternalSignature signature;
    private final FragmentConfig config;
    private final HttpClient http;

    LenderClient(LenderAddresses addresses, InternalSignature signature, FragmentConfig config) {
        this.addresses = addresses;
        this.signature = signature;
        this.config = config;
        HttpClient.Builder client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.deadline())
            .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (Arrays.stream(AppName.values()).noneMatch(app -> addresses.of(app).startsWith("https:"))) {
            client.sslContext(trustingNobody());
        }
        this.http = client.build();
    }

    /// Spares a start that needs no TLS between the apps the reading of the system's certificates.
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// Waits for the answer until the deadline, its body included.
    Lent fetch(FragmentRequest request, LentTo to) throws LenderFailure, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                asked(request, to),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.largest()));
        try {
            return read(request, answer.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new LenderFailure("no answer within " + config.deadline().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new LenderFailure(String.valueOf(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest asked(FragmentRequest request, LentTo to) {
        String path = request.path();
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(addresses.of(request.lender()) + path))
            .header("Accept", "text/html")
            .header(InternalSignature.HEADER, signature.sign(path, to))
            .timeout(config.deadline());
        Trace.current().ifPresent(trace -> question.header(Trace.HEADER, trace.header()));
        return question.build();
    }

    private static Lent read(FragmentRequest request, HttpResponse<byte[]> answer) throws LenderFailure {
        if (answer.statusCode() == NO_CONTENT || answer.statusCode() == NOT_FOUND) {
            return new Lent("", timeToLive(answer));
        }
        if (answer.statusCode() != OK) {
            throw new LenderFailure("status " + answer.statusCode());
        }
        if (!answer.headers().firstValue(TYPE_HEADER).orElse("").equals(request.type())) {
            throw new LenderFailure("an answer that is not the fragment " + request.type());
        }
        return new Lent(new String(answer.body(), StandardCharsets.UTF_8), timeToLive(answer));
    }

    private static Duration timeToLive(HttpResponse<?> answer) {
        Matcher age = MAX_AGE.matcher(answer.headers().firstValue("Cache-Control").orElse(""));
        if (!age.find()) {
            return DEFAULT_TIME_TO_LIVE;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(age.group(1)));
        return asked.compareTo(LONGEST_TIME_TO_LIVE) > 0 ? LONGEST_TIME_TO_LIVE : asked;
    }
}
