package coop.roseash.service.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.contract.web.FetchOutcome.Failed;
import coop.roseash.contract.web.FetchRequest;

/// One HTTP/1.1 request to one given IP address, with the name kept for Host, SNI and the certificate check.
///
/// Vert.x's client, since the JDK's cannot be told the address to connect to.
@Singleton
class HttpExchange {
    private final HttpClient client;
    private final WebConfig config;

    HttpExchange(Vertx vertx, WebConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false)
                    .setConnectTimeout((int) config.connectTimeout().toMillis())
                    .setVerifyHost(true)
                    .setMaxHeaderSize(32 * 1024)
                    .setMaxPoolSize(64)
                    .setMaxWaitQueueSize(256));
    }

    FetchOutcome send(FetchRequest request, InetAddress address, int port, Duration timeout) {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        Future<FetchOutcome> answer = client.request(options(request, address, port)).compose(open -> {
            sent.set(open);
            Future<HttpClientResponse> response = request.body().length == 0
                    ? open.send()
                    : open.send(Buffer.buffer(request.body()));
            return response.compose(received -> read(received, request));
        });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            abandon(sent.get());
            return new Failed(request.address(), "no whole answer in " + request.limits().total().toSeconds() + " s");
        } catch (ExecutionException broken) {
            return new Failed(request.address(), reason(broken.getCause()));
        } catch (InterruptedException stop) {
            abandon(sent.get());
            Thread.currentThread().interrupt();
            return new Failed(request.address(), "stopped while waiting");
        }
    }

    private RequestOptions options(FetchRequest request, InetAddress address, int port) {
        String host = request.address().getHost();
        String path = request.address().getRawPath().isEmpty() ? "/" : request.address().getRawPath();
        String query = request.address().getRawQuery();
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(host)
            .setPort(port)
            .setSsl("https".equalsIgnoreCase(request.address().getScheme()))
            .setURI(query == null ? path : path + "?" + query)
            .setFollowRedirects(false)
            .putHeader("User-Agent", config.userAgent())
            .putHeader("Accept-Encoding", "gzip");
        request.headers().forEach(options::putHeader);
        return options;
    }

    /// Runs on the event loop; counts while it reads, so that an endless body is cut at the limit.
    private static Future<FetchOutcome> read(HttpClientResponse response, FetchRequest request) {
        Promise<FetchOutcome> promise = Promise.promise();
        int limit = request.limits().bytes();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                promise.tryComplete(tooLarge(request));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(end -> promise.tryComplete(answer(response, request, body.getBytes())));
        return promise.future();
    }

    private static FetchOutcome answer(HttpClientResponse response, FetchRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        if (!"gzip".equalsIgnoreCase(headers.getOrDefault("content-encoding", ""))) {
            return new Answered(request.address(), response.statusCode(), headers, body);
        }
        headers.remove("content-encoding");
        byte @Nullable [] plain = Gunzip.upTo(request.limits().bytes(), body);
        return plain == null
                ? tooLarge(request)
                : new Answered(request.address(), response.statusCode(), headers, plain);
    }

    private static Failed tooLarge(FetchRequest request) {
        return new Failed(request.address(), "the answer is larger than " + request.limits().bytes() + " bytes");
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "the connection broke" : cause.getMessage();
    }

    private static void abandon(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }
}
