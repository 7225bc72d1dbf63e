package coop.roseash.service.market.scrape;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A supplier's shop on loopback whose pages a test writes; lies outside the platform, so it may be made by hand.
public class FixtureShop implements QuarkusTestResourceLifecycleManager {
    /// Bodies and statuses by path; what is not there is 404.
    static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();
    static final Map<String, Integer> STATUSES = new ConcurrentHashMap<>();
    static final List<String> ASKED = new CopyOnWriteArrayList<>();
    static volatile URI base = URI.create("http://127.0.0.1/");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("The fixture shop did not start", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", FixtureShop::answer);
        server.start();
        int port = server.getAddress().getPort();
        base = URI.create("http://127.0.0.1:" + port + "/");
        return Map.of("web.allowed-authorities", "127.0.0.1:" + port, "scraper.gap", "0s",
                "test.shop", base.toString());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static void clear() {
        PAGES.clear();
        STATUSES.clear();
        ASKED.clear();
    }

    static void page(String path, String html) {
        PAGES.put(path, html.getBytes(StandardCharsets.UTF_8));
    }

    static void jsonLd(String path, String name, String code, String price) {
        page(path, """
                <script type="application/ld+json">{"@type":"Product","name":"%s","sku":"%s","category":"Bread",
                "weight":"800 g","image":"/loaf.png","suitableForDiet":"https://schema.org/VeganDiet",
                "additionalProperty":[{"name":"VAT","value":"0%%"},{"name":"Allergens","value":"Wheat"}],
                "offers":{"price":"%s","priceCurrency":"GBP","inventoryLevel":{"value":7}}}</script>"""
            .formatted(name, code, price));
    }

    static byte[] picture(int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ASKED.add(path);
        byte[] body = PAGES.getOrDefault(path, new byte[0]);
        int status = STATUSES.getOrDefault(path, PAGES.containsKey(path) ? 200 : 404);
        String etag = "\"" + Arrays.hashCode(body) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (status == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            ASKED.set(ASKED.lastIndexOf(path), path + " 304");
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
