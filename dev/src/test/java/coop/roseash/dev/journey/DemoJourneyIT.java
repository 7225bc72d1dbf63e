package coop.roseash.dev.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import coop.roseash.dev.setting.Part;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The demo journey of the README, walked in Chromium against the launcher's real processes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourneyIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String POST = "A loaf for the new year";

    @TempDir
    static Path data;
    private static RunningCooperative coop;
    private static Playwright playwright;
    private static Browser browser;
    private static Visit shopper;
    private static Visit editor;
    private static String ticketCode = "";

    @BeforeAll
    static void start() throws Exception {
        coop = RunningCooperative.start(data);
        playwright = Playwright.create(
                // The driver must not fetch a browser of its own.
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = Visit.launch(playwright);
        shopper = Visit.of(browser, "sam");
        editor = Visit.of(browser, "edwin");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (playwright != null) {
            playwright.close();
        }
        if (coop != null) {
            coop.close();
        }
    }

    @Test
    @Order(1)
    void everyRoomHasAFrontPage() {
        Visit guest = Visit.of(browser, "guest");
        for (String app : List.of("blog", "market", "events", "federation", "account", "cart")) {
            guest.open(coop.origin(app) + "/");
            assertThat(guest.page().locator("h1").first()).isVisible();
            guest.look("1-" + app);
        }
        guest.close();
    }

    @Test
    @Order(2)
    void aPostHoldsAProductAndAnEvent() {
        // The importers fill the rooms while they are already open.
        await().atMost(LONG.multipliedBy(3)).pollInterval(Duration.ofSeconds(2)).until(() -> {
            shopper.open(coop.origin("blog") + "/what-the-oven-teaches");
            return shopper.page().locator(".product-card form").count() > 0
                    && shopper.page().locator(".entry-card form").count() > 0;
        });
        assertThat(shopper.page().locator(".product-card")).containsText("Seeded sourdough loaf");
        shopper.look("2-post");
    }

    @Test
    @Order(3)
    void signingInOnceIsEnoughForAllSix() throws Exception {
        signIn(shopper, "sam");
        shopper.look("3-signed-in");
        for (String app : new String[]{"blog", "market", "cart", "events", "federation", "account"}) {
            shopper.open(coop.origin(app) + "/");
            assertThat(shopper.page().locator("header").first()).containsText("Sam");
        }
    }

    @Test
    @Order(4)
    void theMiniCartFollowsTheBasket() {
        shopper.open(coop.origin("blog") + "/what-the-oven-teaches");
        shopper.page().locator(".product-card form button").first().click();
        assertThat(shopper.page().locator("header").first()).containsText("£3.80");
        shopper.look("4-in-the-basket");
        shopper.page().locator(".entry-card form button").first().click();
        assertThat(shopper.page().locator("header").first()).containsText("£15.80");
    }

    @Test
    @Order(5)
    void theOrderIsPaidOnTheSandboxsPage() {
        Page page = shopper.page();
        shopper.open(coop.origin("cart") + "/basket");
        assertThat(page.locator("main")).containsText("£15.80");
        shopper.look("5-basket");
        shopper.open(coop.origin("cart") + "/checkout");
        shopper.look("5-checkout");
        button(page.locator("main"), "Order for £15.80").click();
        page.waitForURL(url -> !url.contains("/checkout"));
        if (page.url().contains("/orders/")) {
            button(page.locator("main"), "Pay £15.80").click();
        }
        page.waitForURL(url -> url.startsWith(coop.origin("sumup")));
        page.locator("#pay").click();
        page.waitForURL(url -> url.startsWith(coop.origin("cart")));
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            page.reload();
            assertThat(page.locator("main").innerText()).containsIgnoringCase("paid");
        });
        shopper.look("5-paid");
    }

    @Test
    @Order(6)
    void theAccountShowsOrderAndTicketAndTheReceiptArrives() {
        Page page = shopper.page();
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            shopper.open(coop.origin("account") + "/");
            assertThat(page.locator("main").innerText()).contains("Sourdough, start to crust").contains("RA-");
        });
        assertThat(page.locator("main h2").allInnerTexts()).as("headings of the account").doesNotHaveDuplicates();
        shopper.look("6-account");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sourdough, start to crust")).first().click();
        assertThat(page.locator("svg.qr")).isVisible();
        ticketCode = page.url().replaceAll(".*/tickets/", "");
        shopper.look("6-ticket");
        await().atMost(LONG)
            .until(() -> coop.mails("sam@rose-ash.example")
                .stream()
                .anyMatch(mail -> mail.path("text").asText().contains("£15.80")));
    }

    @Test
    @Order(7)
    void theStewardLetsTheTicketInOnce() throws Exception {
        Visit steward = Visit.of(browser, "stella");
        Page page = steward.page();
        steward.open(coop.origin("events") + "/check-in");
        new SigningIn(coop).byPassword(steward, "stella");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sourdough, start to crust")).first().click();
        checkIn(page);
        assertThat(page.locator(".door-answer")).containsText("Not the time");
        button(page.locator(".door-answer"), "Let them in anyway").click();
        assertThat(page.locator(".door-answer")).containsText("Welcome, Sam");
        steward.look("7-checked-in");
        checkIn(page);
        assertThat(page.locator(".door-answer")).containsText("Already in");
        steward.close();
    }

    @Test
    @Order(8)
    void theEditorPublishesAPostWithTheNewsletter() throws Exception {
        follow();
        Page page = editor.page();
        editor.open(coop.origin("blog") + "/edit/new");
        new SigningIn(coop).byPassword(editor, "edwin");
        page.locator("#title").fill(POST);
        page.locator("#body")
            .fill("Twelve days of resting dough.\n\n## What you need\n\nFlour, water, salt, patience.");
        editor.look("8-editor");
        button(page.locator("main"), "Save draft").click();
        page.waitForURL(url -> url.matches(".*/edit/\\d+.*"));
        Locator newsletter = page.locator("select[name=newsletter]");
        newsletter.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        editor.look("8-draft");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish").setExact(true)).click();
        shopper.open(coop.origin("blog") + "/");
        assertThat(shopper.page().locator("main")).containsText(POST);
    }

    @Test
    @Order(9)
    void thePostReachesTheTimelineAndTheFollowerSigned() {
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            editor.open(coop.origin("federation") + "/");
            assertThat(editor.page().locator("main").innerText()).contains(POST);
        });
        editor.look("9-timeline");
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> received(POST));
    }

    @Test
    @Order(10)
    void theNewsletterArrives() {
        await().atMost(LONG)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> coop.get(Part.MAIL_PAGE, "/messages").toString().contains(POST));
    }

    @Test
    @Order(11)
    void signingOutHereSignsOutEverywhere() {
        shopper.open(coop.origin("market") + "/");
        shopper.page().locator("header details.menu summary").click();
        button(shopper.page().locator("header"), "Sign out").click();
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            shopper.open(coop.origin("account") + "/");
            assertThat(shopper.page().locator("header").first().innerText()).contains("Sign in");
        });
    }

    @Test
    @Order(12)
    void aPasskeySignsInToEveryRoom() throws Exception {
        try (Visit visit = Visit.of(browser, "sam")) {
            new SigningIn(coop).byPasskey(visit, "sam");
        }
    }

    @Test
    @Order(13)
    void thePagesOfSigningInAreFitForAll() throws Exception {
        try (Visit member = Visit.of(browser, "sam"); Visit admin = Visit.of(browser, "rosa")) {
            new SigningIn(coop).lookAtItsPages(member, admin);
        }
    }

    private static void follow() throws Exception {
        Visit elsewhere = Visit.of(browser, "wren");
        String host = coop.origin("blog").replace("http://", "");
        elsewhere.open(coop.origin("remote") + "/");
        elsewhere.page().locator("#address").fill("@blog@" + host);
        button(elsewhere.page().locator("main"), "Follow").click();
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            elsewhere.open(coop.origin("remote") + "/");
            assertThat(elsewhere.page().locator("main").innerText()).contains("accepted");
        });
        elsewhere.close();
    }

    /// Whether an activity with this text arrived whose signature the other server found good.
    private static boolean received(String text) throws Exception {
        for (JsonNode each : coop.get(Part.REMOTE, "/received.json").findParents("verified")) {
            if (each.path("verified").asBoolean() && each.toString().contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static void signIn(Visit visit, String handle) throws Exception {
        visit.open(coop.origin("blog") + "/");
        visit.page().locator("header a.sign-in").click();
        new SigningIn(coop).byPassword(visit, handle);
    }

    private static void checkIn(Page page) {
        page.locator("#code").fill(ticketCode);
        button(page.locator("main"), "Check in").click();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
