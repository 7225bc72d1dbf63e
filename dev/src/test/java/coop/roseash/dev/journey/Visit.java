package coop.roseash.dev.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/// One person's browser; keeps a picture of each step at both widths and runs axe on every page it is shown.
final class Visit implements AutoCloseable {
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int HIGH = 1000;
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String AXE = axe();

    private final BrowserContext context;
    private final Page page;
    private final String who;
    private final List<String> scriptErrors = new ArrayList<>();

    private Visit(BrowserContext context, String who) {
        this.context = context;
        this.who = who;
        this.page = context.newPage();
        page.onPageError(scriptErrors::add);
    }

    static Browser launch(Playwright playwright) {
        return playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--disable-quic", "--no-first-run", "--disable-sync")));
    }

    static Visit of(Browser browser, String who) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDE, HIGH)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            // The pages' policy is tested over HTTP; here it would only keep axe out.
            .setBypassCSP(true)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(20_000);
        return new Visit(context, who);
    }

    Page page() {
        return page;
    }

    void open(String address) {
        page.navigate(address);
    }

    /// Keeps pictures of the page as it is and finds no serious flaw in it.
    void look(String step) {
        allPicturesLoad(step);
        page.setViewportSize(WIDE, HIGH);
        picture(step, WIDE, "");
        accessible(step);
        page.setViewportSize(NARROW, HIGH);
        picture(step, NARROW, "");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
            .as("%s scrolls sideways at %d px", step, NARROW)
            .isLessThanOrEqualTo(NARROW);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(step, NARROW, "-dark");
        page.setViewportSize(WIDE, HIGH);
        picture(step, WIDE, "-dark");
        accessible(step + " (dark)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(scriptErrors).as("script errors by " + step).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void allPicturesLoad(String step) {
        List<String> broken = (List<String>) page.evaluate(
                """
                        async () => {
                            const pictures = [...document.images];
                            pictures.forEach(picture => { picture.loading = 'eager'; });
                            const loaded = await Promise.all(pictures.map(picture => picture.decode().then(() => true, () => false)));
                            return pictures.filter((_, i) => !loaded[i]).map(picture => picture.currentSrc || picture.src);
                        }
                        """);
        assertThat(broken).as("pictures that do not load on %s", step).isEmpty();
    }

    private void picture(String step, int width, String theme) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(step + "-" + who + "-" + width + theme + ".png"))
                    .setFullPage(true));
    }

    @SuppressWarnings("unchecked")
    private void accessible(String step) {
        page.evaluate(AXE);
        List<Map<String, Object>> violations = (List<Map<String, Object>>) page.evaluate(
                """
                        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                            .filter(v => v.impact === 'serious' || v.impact === 'critical')
                            .map(v => ({ rule: v.id, where: v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' — ' + n.failureSummary).join('; ') }))
                        """);
        assertThat(violations).as("axe on %s at %s", step, page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path chromium() {
        for (String place : List.of(String.valueOf(System.getenv("CHROMIUM")), "/usr/bin/chromium",
                "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        throw new IllegalStateException("No Chromium found: install it, or name it in the variable CHROMIUM");
    }

    private static String axe() {
        try (InputStream script = Visit.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe-core is missing from the class path", e);
        }
    }
}
