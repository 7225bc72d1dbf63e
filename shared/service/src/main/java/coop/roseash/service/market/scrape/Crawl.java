package coop.roseash.service.market.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.web.FetchOutcome.Answered;
import coop.roseash.service.market.scrape.PoliteFetcher.Validators;
import coop.roseash.service.market.scrape.PoliteFetcher.Visit;

/// Finds the product pages of one shop, from its seeds and sitemaps, within the source's budget.
final class Crawl {
    private static final int MOST_SITEMAPS = 50;

    private final SourceRules rules;
    private final PoliteFetcher fetcher;
    private final Clock clock;
    private final Instant end;
    private final List<Pattern> products;
    private final List<Pattern> follow;
    private final List<Pattern> deny;
    private final Set<URI> found = new LinkedHashSet<>();
    private int pages;

    Crawl(SourceRules rules, PoliteFetcher fetcher, Clock clock) {
        this.rules = rules;
        this.fetcher = fetcher;
        this.clock = clock;
        this.end = clock.instant().plus(rules.budget().time());
        this.products = rules.products().stream().map(Pattern::compile).toList();
        this.follow = rules.follow().stream().map(Pattern::compile).toList();
        this.deny = rules.deny().stream().map(Pattern::compile).toList();
    }

    /// @throws StopRun when the shop asks us to stop, when a list page cannot be read, or when the budget is spent
    Set<URI> productPages() {
        if (rules.sitemap()) {
            readSitemaps();
        }
        Set<URI> seen = new HashSet<>();
        Deque<URI> lists = new ArrayDeque<>();
        rules.seeds().stream().map(rules.base()::resolve).filter(seen::add).forEach(lists::add);
        while (!lists.isEmpty()) {
            URI list = lists.remove();
            readLinks(list).stream().filter(link -> matches(follow, link) && seen.add(link)).forEach(lists::add);
        }
        return found;
    }

    /// @throws StopRun when one more page is over the budget
    void spend() {
        if (++pages > rules.budget().pages()) {
            throw new StopRun("The shop has more than the " + rules.budget().pages() + " pages of the budget.");
        }
        if (clock.instant().isAfter(end)) {
            throw new StopRun("Reading took longer than " + rules.budget().time().toMinutes() + " minutes.");
        }
    }

    private List<URI> readLinks(URI list) {
        Answered answer = required(list);
        Document page = Jsoup.parse(answer.text(), answer.address().toString());
        List<URI> links = page.select("a[href]")
            .stream()
            .map(link -> link.absUrl("href"))
            .flatMap(link -> inShop(link).stream())
            .toList();
        links.stream().filter(link -> matches(products, link)).forEach(found::add);
        return links;
    }

    /// What a sitemap names and the shop no longer has is found out later; a sitemap that is missing is no error.
    private void readSitemaps() {
        Deque<URI> sitemaps = new ArrayDeque<>();
        sitemaps.add(rules.base().resolve("/sitemap.xml"));
        fetcher.robotsOf(rules.base()).sitemaps().forEach(address -> inShop(address).ifPresent(sitemaps::add));
        Set<URI> seen = new HashSet<>();
        while (!sitemaps.isEmpty() && seen.size() < MOST_SITEMAPS) {
            URI sitemap = sitemaps.remove();
            if (seen.add(sitemap) && read(sitemap) instanceof Visit.Read(Answered answer)) {
                Document xml = Jsoup.parse(answer.text(), answer.address().toString(), Parser.xmlParser());
                for (Element location : xml.select("sitemap > loc")) {
                    inShop(location.text()).ifPresent(sitemaps::add);
                }
                for (Element location : xml.select("url > loc")) {
                    inShop(location.text()).filter(page -> matches(products, page)).ifPresent(found::add);
                }
            }
        }
    }

    private Answered required(URI page) {
        return switch (read(page)) {
            case Visit.Read(Answered answer) -> answer;
            case Visit.Problem(String reason) ->
                throw new StopRun("The list " + page + " cannot be read: " + reason + ".");
            case Visit.Missing() -> throw new StopRun("The list " + page + " does not exist.");
            case Visit.Unchanged() -> throw new StopRun("The list " + page + " answered 304 without being asked to.");
        };
    }

    private Visit read(URI page) {
        spend();
        return fetcher.visit(page, Validators.NONE);
    }

    private Optional<URI> inShop(String address) {
        try {
            URI uri = rules.base().resolve(address.strip());
            URI plain = new URI(uri.getScheme(), uri.getAuthority(), uri.getPath(), uri.getQuery(), null);
            boolean under = rules.base().getAuthority().equals(plain.getAuthority())
                    && rules.base().getScheme().equals(plain.getScheme())
                    && plain.getPath().startsWith(rules.base().getPath());
            return under && !matches(deny, plain) ? Optional.of(plain) : Optional.empty();
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean matches(List<Pattern> patterns, URI address) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(address.getPath()).matches());
    }
}
