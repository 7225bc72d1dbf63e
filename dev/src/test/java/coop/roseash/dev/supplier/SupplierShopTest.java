package coop.roseash.dev.supplier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import coop.roseash.dev.supplier.Range.Item;

import static org.assertj.core.api.Assertions.assertThat;

class SupplierShopTest {
    /// The payment provider's sandbox refuses these.
    private static final Set<String> REFUSED_PRICES = Set.of("11.00", "42.01", "42.76", "42.91");

    @Test
    void sellsAHundredAndTwentyThingsEachWithItsOwnCodeAddressAndMotif() throws IOException {
        List<Item> items = Range.read().aisles().stream().flatMap(aisle -> aisle.items().stream()).toList();
        assertThat(items).hasSize(120);
        assertThat(items.stream().map(Item::code).collect(Collectors.toSet())).hasSize(120);
        assertThat(items.stream().map(Item::slug).collect(Collectors.toSet())).hasSize(120);
        assertThat(items).allMatch(item -> new BigDecimal(item.price()).signum() > 0)
            .noneMatch(item -> REFUSED_PRICES.contains(item.price()));
        Drawing drawing = Drawing.read();
        for (Item item : items) {
            assertThat(drawing.png(item.drawing())).isNotEmpty();
        }
    }

    @Test
    void servesPagesPicturesAndValidators() throws Exception {
        try (SupplierShop shop = SupplierShop.start(0); HttpClient client = HttpClient.newHttpClient()) {
            String origin = "http://127.0.0.1:" + shop.port();
            HttpResponse<String> loaf = get(client, origin + "/range/bakery/seeded-sourdough-loaf", "");
            assertThat(loaf.body()).contains("\"sku\":\"BREAD-001\"", "\"price\":\"3.80\"");
            assertThat(get(client, origin + "/sitemap.xml", "").body())
                .contains(origin + "/range/larder/porridge-oats");
            assertThat(get(client, origin + "/nothing", "").statusCode()).isEqualTo(404);
            String etag = loaf.headers().firstValue("ETag").orElseThrow();
            assertThat(get(client, loaf.uri().toString(), etag).statusCode()).isEqualTo(304);
            HttpRequest picture = HttpRequest.newBuilder(URI.create(origin + "/pictures/BREAD-001.png")).build();
            byte[] png = client.send(picture, BodyHandlers.ofByteArray()).body();
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(960);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String etag) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("If-None-Match", etag).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
