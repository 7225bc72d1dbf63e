package coop.roseash.market;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A small shop in the three kinds of markup that the demo's own rules read; the market under test fills itself
/// from it as on a first start.
public class DemoSupplier implements QuarkusTestResourceLifecycleManager {
    static final int PRODUCTS = 30;
    private static final String JSON_LD = """
            <script type="application/ld+json">{"@graph":[{"@type":"Product","name":"%s","sku":"%s","category":"Bakery",
            "size":"800 g","image":"/loaf.png","brand":{"name":"Hollow Lane Bakery"},"description":"A loaf <b>&</b>",
            "additionalProperty":[{"name":"VAT","value":"0%%"},{"name":"Suitable for","value":"%s"},
            {"name":"Allergens","value":"Wheat, Sesame"}],
            "offers":{"price":"%s","priceCurrency":"GBP","inventoryLevel":{"value":%d}}}]}</script>""";
    private static final String MICRODATA = """
            <div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Porridge oats</h1>
            <meta itemprop="sku" content="LARD-001"><meta itemprop="category" content="Larder">
            <span itemprop="size">1 kg</span><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
            <span itemprop="price">2.35</span><meta itemprop="priceCurrency" content="GBP"></div>
            <p itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue">
            <b itemprop="name">VAT</b> <i itemprop="value">0%</i></p></div>""";
    private static final String BARE = """
            <div class="item-sheet"><p class="aisle">Drinks</p><h1>Ginger beer, case</h1><p class="pack">6 x 330 ml</p>
            <p class="cost">£9.90</p><dd class="vat">20%</dd><p class="stock">In stock: <b>3</b></p>
            <p class="ref">Ref. <b>DRINK-011</b></p></div>""";

    private final Map<String, byte[]> pages = new LinkedHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            fill();
        } catch (IOException e) {
            throw new IllegalStateException("The demo supplier did not start", e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String authority = "127.0.0.1:" + server.getAddress().getPort();
        Path content = Path.of("../dev/src/main/resources/demo").toAbsolutePath().normalize();
        return Map.of("demo.supplier", "http://" + authority, "demo.content", content.toString(),
                "web.allowed-authorities", authority, "scraper.gap", "0s", "market.scrape-every", "1s");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void fill() throws IOException {
        loaf("Seeded sourdough loaf", "BREAD-001", "Vegan, Organic", "3.80", 40);
        loaf("Gluten-free loaf", "BREAD-002", "Gluten-free", "4.60", 9);
        loaf("Almond croissant", "BREAD-003", "Vegetarian", "2.80", 0);
        for (int number = 4; number <= PRODUCTS - 2; number++) {
            loaf("Country bread " + number, "BREAD-" + number, "", "3.05", 20);
        }
        page("/range/larder/oats", MICRODATA);
        page("/range/drinks/ginger-beer", BARE);
        StringBuilder links = new StringBuilder();
        pages.keySet().forEach(path -> links.append("<a href='").append(path).append("'>x</a>"));
        page("/", links.toString());
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB), "png", picture);
        pages.put("/loaf.png", picture.toByteArray());
    }

    private void loaf(String name, String code, String suits, String price, int stock) {
        page("/range/bakery/" + code.toLowerCase(), JSON_LD.formatted(name, code, suits, price, stock));
    }

    private void page(String path, String html) {
        pages.put(path, html.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = pages.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
