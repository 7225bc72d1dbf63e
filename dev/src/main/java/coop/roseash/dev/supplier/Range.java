package coop.roseash.dev.supplier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// All that the supplier sells, read from `demo/supplier/products.txt`.
record Range(List<Aisle> aisles) {
    private static final String FILE = "/demo/supplier/products.txt";

    Range {
        aisles = List.copyOf(aisles);
    }

    /// How an aisle's product pages are marked up.
    enum Layout {
        JSON_LD, MICRODATA, BARE
    }

    record Aisle(String slug, String name, Layout layout, List<Item> items) {}

    /// @param stock `-` where the shop does not say
    /// @param drawing the motif and its colours
    record Item(String code, String name, String maker, String size, String price, Facts facts, String stock,
            Drawing.Spec drawing, Words words) {
        String slug() {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        }

        boolean inStock() {
            return !stock.equals("0");
        }
    }

    /// @param suits diets, and allergens, as the shop words them
    record Facts(String vat, List<String> suits, List<String> allergens, String from) {}

    record Words(String description, String ingredients) {}

    static Range read() throws IOException {
        List<Aisle> aisles = new ArrayList<>();
        try (InputStream file = Range.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("The supplier's range " + FILE + " is missing");
            }
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("= ")) {
                    aisles.add(aisle(line.substring(2).split(" \\| ")));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    aisles.getLast().items().add(item(line.split("\\|", -1)));
                }
            }
        }
        return new Range(aisles);
    }

    private static Aisle aisle(String[] cells) {
        Layout layout = Layout.valueOf(cells[2].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Aisle(cells[0].strip(), cells[1].strip(), layout, new ArrayList<>());
    }

    private static Item item(String[] cells) {
        List<String> all = Arrays.stream(cells).map(String::strip).toList();
        Facts facts = new Facts(all.get(5), list(all.get(6)), list(all.get(7)), all.get(8));
        String[] last = all.get(10).split(" ");
        Drawing.Spec drawing = new Drawing.Spec(last[0], last[1], last[2]);
        return new Item(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), facts, all.get(9), drawing,
                new Words(all.get(11), all.get(12)));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(", "));
    }
}
