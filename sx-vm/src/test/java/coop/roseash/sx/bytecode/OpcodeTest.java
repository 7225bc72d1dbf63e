package coop.roseash.sx.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.value.SxList;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The enum and `bytecode.sx` must say the same.
class OpcodeTest {
    @Test
    void javaHasTheOpcodesOfBytecodeSx() {
        List<String> fromData = new ArrayList<>();
        SxList define = (SxList) Reader.read(Specification.text("bytecode.sx"), Limits.trusted()).get(0);
        for (Object row : ((SxList) ((SxList) define.get(2)).get(1)).asList()) {
            SxList opcode = (SxList) row;
            fromData.add(opcode.get(0) + " " + opcode.get(1) + " " + opcode.get(2));
        }
        List<String> fromJava = new ArrayList<>();
        for (Opcode opcode : Opcode.values()) {
            List<String> operands = opcode.operands().stream().map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
            fromJava.add(opcode + " " + opcode.number() + " (" + String.join(" ", operands) + ")");
        }
        assertEquals(fromData, fromJava);
        assertEquals(24, fromJava.size());
    }

    @Test
    void theTableOfTheDocumentationIsThatOfBytecodeSx() throws IOException {
        StringBuilder table = new StringBuilder();
        SxList define = (SxList) Reader.read(Specification.text("bytecode.sx"), Limits.trusted()).get(0);
        for (Object row : ((SxList) ((SxList) define.get(2)).get(1)).asList()) {
            SxList opcode = (SxList) row;
            String operands = String.join(" ",
                    ((SxList) opcode.get(2)).asList().stream().map(Object::toString).toList());
            table.append("| %s | %s | %s | %s |%n".formatted(opcode.get(0), opcode.get(1), operands,
                    ((String) opcode.get(3)).replace("->", "→")));
        }
        assertTrue(Files.readString(Path.of("../docs/sx.md")).contains(table), "docs/sx.md should hold\n" + table);
    }
}
