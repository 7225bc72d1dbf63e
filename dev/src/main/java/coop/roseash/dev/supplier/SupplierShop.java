package coop.roseash.dev.supplier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import coop.roseash.dev.supplier.Range.Aisle;
import coop.roseash.dev.supplier.Range.Item;

/// Serves the supplier's shop: pages, pictures, robots.txt and a sitemap, with validators.
public final class SupplierShop implements AutoCloseable {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final HttpServer http;
    private final ShopPages pages;
    private final Drawing drawing;
    private final Map<String, Aisle> aisles = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, Item> pictures = new HashMap<>();

    private SupplierShop(InetSocketAddress at) throws IOException {
        Range range = Range.read();
        drawing = Drawing.read();
        pages = new ShopPages(range);
        for (Aisle aisle : range.aisles()) {
            aisles.put("/range/" + aisle.slug(), aisle);
            for (Item item : aisle.items()) {
                products.put("/range/" + aisle.slug() + "/" + item.slug(), pages.product(aisle, item));
                pictures.put("/pictures/" + item.code() + ".png", item);
            }
        }
        http = HttpServer.create(at, 0);
    }

    /// For this machine only.
    ///
    /// @param port 0 for any free one
    public static SupplierShop start(int port) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public static SupplierShop start(InetSocketAddress at) throws IOException {
        SupplierShop shop = new SupplierShop(at);
        shop.http.createContext("/", shop::answer);
        shop.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        shop.http.start();
        return shop;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    /// What an address answers with; a picture is drawn only when it has to be sent.
    private record Resource(String type, String validator, Body body) {}

    @FunctionalInterface
    private interface Body {
        byte[] bytes() throws IOException;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Resource found = resource(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Host"));
            if (found == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", found.validator());
            if (found.validator().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
            byte[] body = found.body().bytes();
            exchange.getResponseHeaders().set("Content-Type", found.type());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private @Nullable Resource resource(String path, @Nullable String host) {
        Item pictured = pictures.get(path);
        if (pictured != null) {
            return new Resource("image/png", "\"" + Integer.toHexString(pictured.drawing().hashCode()) + "\"",
                    () -> drawing.png(pictured.drawing()));
        }
        String origin = "http://" + (host == null ? "127.0.0.1:" + port() : host);
        Aisle aisle = aisles.get(path);
        String product = products.get(path);
        if (aisle != null || product != null) {
            return text("text/html", aisle != null ? pages.aisle(aisle) : String.valueOf(product));
        }
        return switch (path) {
            case "/" -> text("text/html", pages.home());
            case "/robots.txt" -> text("text/plain", ShopPages.robots(origin));
            case "/sitemap.xml" -> text("application/xml", pages.sitemap(origin));
            default -> null;
        };
    }

    private static Resource text(String type, String text) {
        String validator = "\"" + Integer.toHexString(text.hashCode()) + "\"";
        return new Resource(type + "; charset=UTF-8", validator, () -> text.getBytes(StandardCharsets.UTF_8));
    }
}
