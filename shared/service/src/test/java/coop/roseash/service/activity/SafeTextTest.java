package coop.roseash.service.activity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTest {
    @Test
    void keepsTextAndLinksAndDropsEverythingThatRuns() {
        String html = SafeText.html("<p style='x' onload=y>Hi <b>you</b><script>a</script><iframe src='//x'></iframe>"
                + "<svg><a xlink:href='javascript:1'>x</a></svg><img src='https://t.example/pixel'>"
                + "<a href='https://example.org/?a=1&amp;b=2' target=_blank>there</a></p>");
        assertThat(html).contains("<b>you</b>", "href=\"https://example.org/?a&#61;1&amp;b&#61;2\"", "noopener")
            .doesNotContain("script", "iframe", "img", "style", "onload", "target", "svg");
    }

    @Test
    void makesParagraphsAndLinksOfPlainText() {
        assertThat(SafeText.paragraphs("One <b>\nTwo\n\nhttps://example.org/a?b=1&c=2, yes.")).isEqualTo(
                "<p>One &lt;b&gt;<br>Two</p><p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow noopener\">"
                        + "example.org/a?b=1&amp;c=2</a>, yes.</p>");
    }

    @Test
    void cutsNamesAndTakesTheirInvisibleSignsAway() {
        assertThat(SafeText.line("A\u202Eb\u0000c", 100)).isEqualTo("A b c");
        assertThat(SafeText.line("x".repeat(50), 10)).hasSize(10).endsWith("…");
        assertThat(SafeText.plain("<p>One &amp; <i>two</i></p><p>three</p>")).isEqualTo("One & two three");
    }
}
