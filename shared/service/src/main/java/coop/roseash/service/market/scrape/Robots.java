package coop.roseash.service.market.scrape;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import coop.roseash.contract.web.FetchOutcome.Answered;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;

/// What a host's robots.txt allows us (RFC 9309).
final class Robots {
    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /// A missing file allows everything; a refusal or a failure stops the run, as the host may not want us at all.
    ///
    /// @param userAgent ours; its first word is the name robots.txt may address
    /// @throws StopRun for 401, 403, 429 and 5xx
    static Robots of(Answered answer, String userAgent) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        URI address = answer.address();
        int status = answer.status();
        if (status == 401 || status == 403 || status == 429) {
            throw new StopRun(address + " answered " + status + ": the shop does not want to be read.");
        }
        if (status >= 500) {
            throw new StopRun(address + " answered " + status + ". Try again later.");
        }
        byte[] text = answer.ok() ? answer.body() : new byte[0];
        String name = userAgent.split("/", 2)[0].toLowerCase(Locale.ROOT);
        return new Robots(parser.parseContent(address.toString(), text, "text/plain", List.of(name)));
    }

    boolean allows(URI address) {
        return rules.isAllowed(address.toString());
    }

    Duration delay() {
        return rules.getCrawlDelay() > 0 ? Duration.ofMillis(rules.getCrawlDelay()) : Duration.ZERO;
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}
