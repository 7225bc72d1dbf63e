package coop.roseash.service.market.scrape;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import coop.roseash.contract.market.Pictures;
import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.service.market.extract.Fields;
import coop.roseash.service.market.extract.Found;
import coop.roseash.service.market.extract.Normaliser;
import coop.roseash.service.market.extract.PageReader;
import coop.roseash.service.market.extract.ShopItem;
import coop.roseash.service.market.scrape.PoliteFetcher.Validators;
import coop.roseash.service.market.scrape.PoliteFetcher.Visit;
import coop.roseash.service.market.scrape.RunStore.Claim;
import coop.roseash.service.market.scrape.RunStore.Copy;
import coop.roseash.service.market.scrape.RunStore.Entry;

/// Visits one product page and its pictures: fetch, extract, normalise.
@ApplicationScoped
class PageVisitor {
    private final RunStore store;
    private final Pictures pictures;
    private final Json json;

    PageVisitor(RunStore store, Pictures pictures, Json json) {
        this.store = store;
        this.pictures = pictures;
        this.json = json;
    }

    /// Nothing for a page that is gone: its products then show as gone in the report.
    List<Entry> visit(Claim claim, PoliteFetcher fetcher, URI page) {
        Optional<Copy> copy = store.copy(claim, page);
        return switch (fetcher.visit(page, copy.map(Copy::validators).orElse(Validators.NONE))) {
            case Visit.Missing() -> List.of();
            case Visit.Problem(String reason) -> List.of(new Entry("", "", null, reason));
            case Visit.Unchanged() -> copy.map(kept -> read(claim, fetcher, page, kept.content())).orElse(List.of());
            case Visit.Read(Answered answer) -> read(claim, fetcher, page, fresh(claim, page, answer));
        };
    }

    private String fresh(Claim claim, URI page, Answered answer) {
        String found = json.write(found(claim, answer));
        store.keepCopy(claim, page, new Copy(validators(answer), found));
        return found;
    }

    private static List<Map<ProductField, Found>> found(Claim claim, Answered answer) {
        return PageReader.read(Jsoup.parse(answer.text(), answer.address().toString()), claim.rules().selectors())
            .stream()
            .map(Fields::all)
            .toList();
    }

    private List<Entry> read(Claim claim, PoliteFetcher fetcher, URI page, String content) {
        List<Map<ProductField, Found>> found = json.read(content, new TypeReference<>() {
        });
        if (found.isEmpty()) {
            return List.of(new Entry("", "", null, "no product found on the page"));
        }
        List<Entry> entries = new ArrayList<>();
        for (Map<ProductField, Found> values : found) {
            entries.add(entry(claim, fetcher, page, Fields.of(values)));
        }
        return entries;
    }

    private Entry entry(Claim claim, PoliteFetcher fetcher, URI page, Fields fields) {
        return switch (Normaliser.normalise(fields, claim.rules(), page)) {
            case Normaliser.Outcome.Problems(List<String> problems) ->
                new Entry(fields.text(ProductField.CODE), fields.text(ProductField.NAME), null,
                        String.join("; ", problems));
            case Normaliser.Outcome.Item(ShopItem item) -> withPicture(claim, fetcher, fields, item);
        };
    }

    /// A picture that cannot be had is a remark on the item, not an error.
    private Entry withPicture(Claim claim, PoliteFetcher fetcher, Fields fields, ShopItem item) {
        Map<ProductField, String> provenance = fields.all()
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().provenance()));
        if (item.image().isEmpty()) {
            return new Entry(item.code(), item.name(), new KeptItem(item, null, provenance), "");
        }
        PictureVisit visit = picture(claim, fetcher, URI.create(item.image()));
        return new Entry(item.code(), item.name(), new KeptItem(item, visit.hash(), provenance), visit.problem());
    }

    private record PictureVisit(@Nullable String hash, String problem) {}

    private PictureVisit picture(Claim claim, PoliteFetcher fetcher, URI address) {
        Optional<Copy> copy = store.copy(claim, address);
        return switch (fetcher.visit(address, copy.map(Copy::validators).orElse(Validators.NONE))) {
            case Visit.Missing() -> new PictureVisit(null, "the picture " + address + " does not exist");
            case Visit.Problem(String reason) -> new PictureVisit(null, "the picture cannot be read: " + reason);
            case Visit.Unchanged() -> new PictureVisit(copy.map(Copy::content).orElse(null), "");
            case Visit.Read(Answered answer) -> stored(claim, address, answer);
        };
    }

    private PictureVisit stored(Claim claim, URI address, Answered answer) {
        return switch (pictures.store(answer.body())) {
            case Pictures.StoreOutcome.NotAPicture(String reason) ->
                new PictureVisit(null, "the picture " + address + " is left out: " + reason);
            case Pictures.StoreOutcome.Stored(String hash) -> kept(claim, address, answer, hash);
        };
    }

    private PictureVisit kept(Claim claim, URI address, Answered answer, String hash) {
        store.keepCopy(claim, address, new Copy(validators(answer), hash));
        return new PictureVisit(hash, "");
    }

    private static Validators validators(Answered answer) {
        return new Validators(answer.header("etag").orElse(null), answer.header("last-modified").orElse(null));
    }
}
