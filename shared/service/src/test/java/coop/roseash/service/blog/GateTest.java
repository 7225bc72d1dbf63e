package coop.roseash.service.blog;

import org.junit.jupiter.api.Test;

import coop.roseash.contract.blog.Access;
import coop.roseash.contract.blog.Reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

class GateTest {
    private static final String HTML = "<p>open</p><!--members-only--><p>closed</p>";
    private static final String BLOCKS = "<p>a</p>\n"
            + "<!--kg-gated-block:begin nonMember:true memberSegment:\"\" --><p>guests</p><!--kg-gated-block:end-->\n"
            + "<!--kg-gated-block:begin nonMember:false memberSegment:\"status:free,status:-free\" --><p>members</p>"
            + "<!--kg-gated-block:end-->\n"
            + "<!--kg-gated-block:begin nonMember:false memberSegment:\"status:-free\" --><p>paid</p>"
            + "<!--kg-gated-block:end-->";

    @Test
    void cutsAtTheMark() {
        assertEquals(new Gate("<p>open</p>", true), Gate.of(HTML, Access.MEMBERS, Reader.GUEST));
        assertEquals(new Gate("<p>open</p><p>closed</p>", false), Gate.of(HTML, Access.MEMBERS, Reader.MEMBER));
        assertEquals(new Gate("<p>open</p>", true), Gate.of(HTML, Access.PAID, Reader.MEMBER));
        assertEquals(new Gate("<p>open</p><p>closed</p>", false), Gate.of(HTML, Access.PUBLIC, Reader.GUEST));
    }

    @Test
    void showsNothingOfAMembersPostWithoutAMark() {
        assertEquals(new Gate("", true), Gate.of("<p>all of it</p>", Access.MEMBERS, Reader.GUEST));
    }

    @Test
    void showsEachReaderTheirBlocks() {
        assertEquals("<p>a</p><p>guests</p>", plain(Reader.GUEST));
        assertEquals("<p>a</p><p>members</p>", plain(Reader.MEMBER));
        assertEquals("<p>a</p><p>guests</p><p>members</p><p>paid</p>", plain(Reader.STAFF));
    }

    private static String plain(Reader reader) {
        return Gate.of(BLOCKS, Access.PUBLIC, reader).html().replace("\n", "");
    }
}
