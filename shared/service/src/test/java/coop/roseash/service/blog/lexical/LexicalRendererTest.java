package coop.roseash.service.blog.lexical;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LexicalRendererTest {
    private static final RenderOptions FAITHFUL = new RenderOptions("https://blog.example", List.of(600, 1000), 2000,
            "", "", new AsWritten());
    private static final RenderOptions SITE = new RenderOptions("https://blog.example", List.of(), 0, "",
            "https://account.example/newsletters",
            new AllowList(address -> address.replace("market:", "https://m.example")));

    @Test
    void rendersNothingOfAnEmptyDocument() {
        assertEquals("", faithful(""));
        assertEquals("", faithful(paragraph("")));
    }

    @Test
    void opensTheLongestLivedFormatOutermostAndClosesAllBeforeALink() {
        assertEquals("<p><em><strong>a</strong>b</em><a href=\"/x\">c</a><em>d</em></p>", faithful("""
                {"type":"paragraph","children":[%s,%s,{"type":"link","url":"/x","children":[%s]},%s]}"""
            .formatted(text("a", 3), text("b", 2), text("c", 0), text("d", 2))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What you need      | what-you-need
            Bread & butter     | bread-butter
            Ça va?             | %C3%A7a-va
            -- a --- b         | ab
            100 % rye          | 100-rye
            """)
    void givesHeadingsTheIdsGhostGives(String heading, String id) {
        String json = "{\"type\":\"extended-heading\",\"tag\":\"h2\",\"children\":[" + text(heading, 0) + "]}";
        assertTrue(faithful(json).startsWith("<h2 id=\"" + id + "\">"), faithful(json));
        assertTrue(faithful(json + "," + json).contains("id=\"" + id + "-1\""), faithful(json + "," + json));
    }

    @Test
    void nestsListsInTheItemBeforeThem() {
        assertEquals("<ul><li>a<ol start=\"3\"><li>b</li></ol></li><li>c</li></ul>", faithful("""
                {"type":"list","listType":"bullet","children":[
                  {"type":"listitem","children":[%s]},
                  {"type":"listitem","children":[{"type":"list","listType":"number","start":3,"children":[
                    {"type":"listitem","children":[%s]}]}]},
                  {"type":"listitem","children":[%s]}]}""".formatted(text("a", 0), text("b", 0), text("c", 0))));
    }

    @Test
    void losesNothingAroundWhatItDoesNotKnow() {
        assertEquals("<p>a</p>kept<p>b</p>", faithful(paragraph("a")
                + ",{\"type\":\"from-the-future\",\"children\":[" + text("kept", 0) + "]}," + paragraph("b")));
    }

    @Test
    void servesOwnPicturesInSeveralWidths() {
        String html = faithful(
                """
                        {"type":"image","src":"https://blog.example/content/images/a.png","width":800,"height":600,"alt":"A"}""");
        assertTrue(html.contains("srcset=\"https://blog.example/content/images/size/w600/a.png 600w, "
                + "https://blog.example/content/images/a.png 800w\""), html);
        assertTrue(html.contains("sizes=\"(min-width: 720px) 720px\""), html);
    }

    @Test
    void closesWhatACaptionLeavesOpen() {
        String html = faithful("{\"type\":\"image\",\"src\":\"/a.png\",\"caption\":\"<b>bold\"}," + paragraph("after"));
        assertTrue(html.endsWith("<b>bold</b></figcaption></figure><p>after</p>"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"emailOnly\":true}", "{\"showOnWeb\":false,\"showOnEmail\":true}",
            "{\"web\":{\"nonMember\":false,\"memberSegment\":\"\"},\"email\":{\"memberSegment\":\"status:free\"}}"})
    void leavesOutWhatIsForMailOnly(String visibility) {
        assertEquals("", faithful("{\"type\":\"html\",\"html\":\"<p>x</p>\",\"visibility\":" + visibility + "}"));
    }

    @Test
    void marksBlocksThatOnlyMembersSee() {
        String html = faithful("""
                {"type":"html","html":"<p>x</p>","visibility":{"web":{"nonMember":false,\
                "memberSegment":"status:free,status:-free"},"email":{"memberSegment":""}}}""");
        assertTrue(
                html.contains(
                        "<!--kg-gated-block:begin nonMember:false memberSegment:\"status:free,status:-free\" -->"),
                html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\\tscript:alert(1)",
            "data:text/html,<script>", "vbscript:x"})
    void followsNoLinkThatRuns(String address) {
        String html = site("{\"type\":\"paragraph\",\"children\":[{\"type\":\"link\",\"url\":\"" + address
                + "\",\"children\":[" + text("here", 0) + "]}]}");
        assertEquals("<p><a>here</a></p>", html);
    }

    @Test
    void cleansTheHtmlThatCardsBring() {
        String html = site("""
                {"type":"html","html":"<p onclick=x()>a</p><script>alert(1)</script><form><input></form>\
                <!--members-only--><!--fragment:nav--><iframe src='https://evil.example/'></iframe>\
                <iframe src='https://player.vimeo.com/video/1'></iframe>"}""");
        assertTrue(html.contains("<p>a</p>"), html);
        assertTrue(html.contains("player.vimeo.com"), html);
        for (String bad : List.of("onclick", "script", "form>", "members-only", "fragment:", "evil")) {
            assertFalse(html.contains(bad), bad + " in " + html);
        }
    }

    @Test
    void leavesPlacesForTheFragmentsOfOtherApps() {
        assertEquals("<!--fragment:product-card sku=\"BREAD-001\"-->"
                + "<!--fragment:entry-card calendar=\"workshops\" uid=\"a@b\"-->"
                + "<!--fragment:upcoming-entries calendar=\"workshops\" limit=\"3\"-->"
                + "<!--fragment:calendar-widget calendar=\"rooms\"-->", site("""
                        {"type":"product","sku":"BREAD-001"},
                        {"type":"event","calendar":"workshops","uid":"a@b"},
                        {"type":"event","calendar":"workshops"},
                        {"type":"calendar","calendar":"rooms\\"--><script>"}""").replace("script", ""));
    }

    @Test
    void resolvesTheSitesOwnShortAddresses() {
        assertTrue(site("{\"type\":\"button\",\"buttonUrl\":\"market:/bread\",\"buttonText\":\"Buy\"}")
            .contains("href=\"https://m.example/bread\""));
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThrows(IllegalArgumentException.class, () -> LexicalRenderer.parse("{}"));
        assertThrows(IllegalArgumentException.class, () -> LexicalRenderer.parse("<p>"));
    }

    private static String faithful(String blocks) {
        return LexicalRenderer.render(document(blocks), FAITHFUL);
    }

    private static String site(String blocks) {
        return LexicalRenderer.render(document(blocks), SITE);
    }

    private static String document(String blocks) {
        return "{\"root\":{\"type\":\"root\",\"children\":[" + blocks + "]}}";
    }

    private static String paragraph(String text) {
        return "{\"type\":\"paragraph\",\"children\":[" + (text.isEmpty() ? "" : text(text, 0)) + "]}";
    }

    private static String text(String text, int format) {
        return "{\"type\":\"extended-text\",\"text\":\"" + text + "\",\"format\":" + format + "}";
    }
}
