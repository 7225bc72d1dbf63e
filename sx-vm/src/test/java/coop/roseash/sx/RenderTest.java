package coop.roseash.sx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What a member writes cannot become script, in whatever context it stands.
class RenderTest {
    private static final Profile AUTHOR = Profile.author().with(Limits.author().withDeadlineMillis(20_000));

    private static String render(String source) {
        return Sx.evaluation(AUTHOR).render(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(html:script \"x\")", "(html:style \"x\")", "(iframe)", "(html:object)", "(embed)",
            "(html:base)",
            "(html:meta)", "(html:link)", "(html:form)", "(svg)", "(p :onclick \"x\")", "(p :ONCLICK \"x\")",
            "(p :style \"x\")",
            "(img :srcdoc \"x\")", "(a :href \"javascript:alert(1)\")", "(a :href \" JavaScript:alert(1)\")",
            "(a :href \"java\\tscript:alert(1)\")", "(a :href \"\\u0001javascript:alert(1)\")",
            "(a :href \"data:text/html,x\")",
            "(a :href \"vbscript:x\")", "(img :src \"javascript:x\")", "(img :srcset \"a 1x, javascript:x 2x\")",
            "(p :data-hx-get \"/\" \"x\")", "(p :data-hx-on:click \"alert(1)\")", "(p :hx-get \"/\")",
            "(p :data-sse-connect \"/\")", "(element \"p onclick=x\" {} (list))", "(element \"p\" {\"a b\" 1} (list))",
            "(p :formaction \"x\")"})
    void refuses(String source) {
        assertEquals(ErrorCode.FORBIDDEN, assertThrows(SxException.class, () -> render(source)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\\\"><img src=x onerror=alert(1)>", "'><b>", "&lt;",
            "--><script>"})
    void escapes(String hostile) {
        String html = render("(p :title \"" + hostile + "\" \"" + hostile + "\")");
        assertFalse(html.substring(2).replace("</p>", "").contains("<"), html);
        assertEquals(2, html.chars().filter(c -> c == '"').count(), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(let ((a (list \"x\"))) (append! a a) (p :class a))",
            "(p :class (let loop ((x (list \"a\")) (i 0)) (if (< i 20000) (loop (list x) (+ i 1)) x)))",
            "(p :class (map (fn (i) \"0123456789\") (range 10000)))"})
    void aListInAnAttributeEnds(String source) {
        assertEquals(ErrorCode.TYPE, assertThrows(SxException.class, () -> render(source)).code());
    }

    @Test
    void aListInAnAttributeIsItsWords() {
        assertEquals("<p class=\"a b 3\"></p>", render("(p :class (list \"a\" nil (list \"b\" false (list)) 3))"));
    }

    @Test
    void idsAndTheirReferencesArePrefixed() {
        assertEquals("<p id=\"sx-a\"></p><a href=\"#sx-a\">x</a><a href=\"/b#c\">y</a>",
                render("(<> (p :id \"a\") (a :href \"#a\" \"x\") (a :href \"/b#c\" \"y\"))"));
    }

    @Test
    void trustedProgramsMayUseRawHtmlButNoTextInScripts() {
        SxEvaluation trusted = Sx.evaluation(Profile.trusted());
        assertEquals("<script>x</script>", trusted.render("(html:script (raw! \"x\"))"));
        assertEquals(ErrorCode.FORBIDDEN,
                assertThrows(SxException.class, () -> trusted.render("(html:script \"x\")")).code());
    }
}
