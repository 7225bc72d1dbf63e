package coop.roseash.dev.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/// Serves `http://<name>.rose-ash.localhost:<port>` from each part's own port, as a front server does in production:
/// the original host is kept, the client's address is passed on, and `/internal/` is refused.
public class Gateway implements AutoCloseable {
    private static final String SUFFIX = ".rose-ash.localhost";
    private static final int LONGEST_SECONDS = 65;

    private final Vertx vertx;

    private Gateway(Vertx vertx) {
        this.vertx = vertx;
    }

    /// @param ports the loopback port of each name
    public static Gateway start(int port, Map<String, Integer> ports) throws InterruptedException, ExecutionException,
            TimeoutException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(200)
            .setConnectTimeout(2_000)
            .setIdleTimeout(LONGEST_SECONDS)
            .setDecompressionSupported(false));
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(true), client)
            .originSelector(request -> Future.succeededFuture(
                    SocketAddress.inetSocketAddress(ports.getOrDefault(name(request.authority()), 0), "127.0.0.1")))
            .addInterceptor(new Forwarding());
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1")
            .setPort(port)
            .setIdleTimeout(LONGEST_SECONDS));
        server.requestHandler(request -> route(request, proxy, ports));
        server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        return new Gateway(vertx);
    }

    @Override
    public void close() throws InterruptedException, ExecutionException, TimeoutException {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static void route(HttpServerRequest request, HttpProxy proxy, Map<String, Integer> ports) {
        String name = name(request.authority());
        if (name.isEmpty()) {
            String port = request.authority() == null || request.authority().port() <= 0
                    ? ""
                    : ":" + request.authority().port();
            request.response().setStatusCode(302).putHeader("Location", "http://blog" + SUFFIX + port + "/").end();
        } else if (!ports.containsKey(name)) {
            answer(request, 404,
                    "There is no " + name + " here. The rooms are " + String.join(", ", ports.keySet()) + ".");
        } else if (request.path() != null && request.path().startsWith("/internal/")) {
            answer(request, 404, "Not found");
        } else {
            proxy.handle(request);
        }
    }

    private static void answer(HttpServerRequest request, int status, String text) {
        request.response().setStatusCode(status).putHeader("Content-Type", "text/plain; charset=utf-8").end(text);
    }

    private static String name(@Nullable HostAndPort authority) {
        if (authority == null || !authority.host().toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            return "";
        }
        String host = authority.host().toLowerCase(Locale.ROOT);
        return host.substring(0, host.length() - SUFFIX.length());
    }

    /// Says to the service how the browser asked, and to the browser when a service is away.
    private static class Forwarding implements ProxyInterceptor {
        private static final String AWAY = """
                <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Back in a moment</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
                <style>body{max-width:36rem;margin:15vh auto;padding:0 1.5rem;font:1.125rem/1.6 Georgia,serif}
                h1{font-weight:500;letter-spacing:-.02em}</style></head>
                <body><h1>Back in a moment</h1><p>This room of the cooperative is not answering just now.
                Please try again in a few seconds.</p></body></html>
                """;

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest browser = request.proxiedRequest();
            request.setAuthority(browser.authority());
            request.headers()
                .set("X-Forwarded-For", browser.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Host", String.valueOf(browser.authority()));
            return context.sendRequest().recover(failure -> Future.succeededFuture(away(request)));
        }

        private static ProxyResponse away(ProxyRequest request) {
            return request.release()
                .response()
                .setStatusCode(503)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Retry-After", "2")
                .setBody(Body.body(Buffer.buffer(AWAY)));
        }
    }
}
