package coop.roseash.service.newsletter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {
    @Test
    void keepsParagraphsListsAndLinks() {
        String text = PlainText
            .of("<h2>Bread</h2><p>Come to the <a href=\"https://x.example/a\">oven</a>.</p><ul><li>Flour</li><li>Salt</li></ul>");
        assertThat(text).isEqualTo("Bread\n\nCome to the oven (https://x.example/a).\n\n- Flour\n- Salt");
    }

    @Test
    void namesPicturesByTheirWords() {
        assertThat(PlainText.of("<p><img src=\"/a.png\" alt=\"A loaf\"></p>")).isEqualTo("A loaf");
    }
}
