package coop.roseash.dev.supplier;

import java.util.stream.Collectors;

import coop.roseash.dev.supplier.Range.Aisle;
import coop.roseash.dev.supplier.Range.Item;
import coop.roseash.dev.supplier.Range.Layout;

import static coop.roseash.dev.supplier.ProductMarkup.escaped;

/// Writes the shop's pages: its door, its aisles, its products.
final class ShopPages {
    private static final String STYLE = """
            body{font:17px/1.6 Georgia,serif;max-width:60rem;margin:0 auto;padding:1.5rem;color:#2b2620;background:#f6f4ee}
            a{color:#2f5c38}header{border-bottom:2px solid #2f5c38;margin-bottom:1.5rem}
            img{max-width:100%;height:auto;display:block}ul.grid{list-style:none;padding:0;display:grid;gap:1rem;
            grid-template-columns:repeat(auto-fill,minmax(11rem,1fr))}.item{display:grid;gap:1.5rem}
            @media(min-width:44rem){.item{grid-template-columns:1fr 1fr}}.cost{font-size:1.5rem}
            dt{font-weight:bold}dd{margin:0 0 .6rem}""";

    private final Range range;

    ShopPages(Range range) {
        this.range = range;
    }

    String home() {
        String aisles = range.aisles()
            .stream()
            .map(aisle -> "<li><a href=\"/range/" + aisle.slug() + "\">" + escaped(aisle.name()) + "</a></li>")
            .collect(Collectors.joining());
        return page("Sallowfield Wholefoods", "", """
                <h1>Sallowfield Wholefoods</h1>
                <p>A workers' co-op that has delivered good food to shops in the south-west since 1983.</p>
                <ul>%s</ul>""".formatted(aisles));
    }

    String aisle(Aisle aisle) {
        String items = aisle.items()
            .stream()
            .map(
                    item -> """
                            <li><a href="/range/%s/%s"><img src="/pictures/%s.png" width="240" height="160" alt="">%s</a></li>"""
                        .formatted(aisle.slug(), item.slug(), item.code(), escaped(item.name())))
            .collect(Collectors.joining());
        return page(
                aisle.name(),
                "",
                "<h1>" + escaped(aisle.name()) + "</h1><ul class=\"grid\">" + items + "</ul>");
    }

    String product(Aisle aisle, Item item) {
        String head = aisle.layout() == Layout.JSON_LD ? ProductMarkup.jsonLd(aisle, item) : "";
        String body = switch (aisle.layout()) {
            case JSON_LD -> ProductMarkup.plain(item);
            case MICRODATA -> ProductMarkup.microdata(aisle, item);
            case BARE -> ProductMarkup.bare(aisle, item);
        };
        return page(item.name(), head, body);
    }

    String sitemap(String origin) {
        String pages = range.aisles()
            .stream()
            .flatMap(
                    aisle -> aisle.items()
                        .stream()
                        .map(item -> "<url><loc>" + origin + "/range/" + aisle.slug() + "/" + item.slug()
                                + "</loc></url>"))
            .collect(Collectors.joining("\n"));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                + pages + "\n</urlset>\n";
    }

    static String robots(String origin) {
        return "User-agent: *\nDisallow: /basket\n\nSitemap: " + origin + "/sitemap.xml\n";
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en-GB"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>%s</style>%s</head>
                <body><header><p><a href="/">Sallowfield Wholefoods</a></p></header>
                %s
                </body></html>
                """.formatted(escaped(title), STYLE, head, body);
    }
}
