package coop.roseash.infrastructure.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;

/// A picture for things that have none of their own: a pattern of petals and leaves, always the same for a name.
@Path("/pattern/{seed}.svg")
public class PatternResource {
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final int CELL = 100;
    /// Spreads names that differ little (the golden ratio in 64 bits).
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final String[][] PALETTES = {
            {"#f0dfd3", "#a3294a", "#d98a86", "#5d6b4c"},
            {"#e6e3d3", "#5d6b4c", "#a7ad84", "#b5563f"},
            {"#e3dde0", "#6d3b52", "#b98ba0", "#54616f"},
            {"#efe2c4", "#a8672a", "#d9ad62", "#6b4a3a"},
            {"#dbe2e0", "#3f6470", "#8fb0ae", "#a3294a"},
            {"#ecdcd6", "#8c3b2c", "#cf9079", "#3f4d45"}};

    @GET
    @Produces("image/svg+xml")
    @NonBlocking
    public Response pattern(String seed) {
        return Response.ok(svg(seed)).header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable").build();
    }

    static String address(String name) {
        String seed = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "/pattern/" + URLEncoder.encode(seed, StandardCharsets.UTF_8) + ".svg";
    }

    static String svg(String seed) {
        Random random = new Random(seed.hashCode() * MIX);
        String[] colours = PALETTES[random.nextInt(PALETTES.length)];
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 400\">")
            .append("<rect width=\"600\" height=\"400\" fill=\"")
            .append(colours[0])
            .append("\"/>");
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                svg.append(tile(random, colours, column * CELL, row * CELL));
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String tile(Random random, String[] colours, int x, int y) {
        String colour = colours[1 + random.nextInt(colours.length - 1)];
        String shape = switch (random.nextInt(5)) {
            case 0 -> "<path d=\"M0 0h100v100A100 100 0 0 1 0 0Z\"/>";
            case 1 -> "<path d=\"M0 0A100 100 0 0 1 100 100A100 100 0 0 1 0 0Z\"/>";
            case 2 -> "<circle cx=\"50\" cy=\"50\" r=\"32\"/>";
            case 3 -> "<path d=\"M0 50A50 50 0 0 1 100 50ZM0 100A50 50 0 0 1 100 100Z\"/>";
            default -> "";
        };
        int quarters = random.nextInt(4) * 90;
        return "<g transform=\"translate(%d %d) rotate(%d 50 50)\" fill=\"%s\">%s</g>"
            .formatted(x, y, quarters, colour, shape);
    }
}
