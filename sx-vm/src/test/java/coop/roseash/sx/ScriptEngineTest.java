package coop.roseash.sx;

import java.util.List;
import java.util.Map;

import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// SX by javax.script.
class ScriptEngineTest {
    @ParameterizedTest
    @ValueSource(strings = {"sx", "sx-cek", "sx-spec", "sx-vm", "sx-jvm"})
    void evaluatesAndInvokes(String name) throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName(name);
        engine.put("xs", List.of(1, 2, 3));
        assertEquals(List.of(2L, 3L, 4L), engine.eval("(map inc xs)"));
        engine.eval("(define (pair a b) {:a a :b b})");
        assertEquals(Map.of("a", 1L, "b", "x"), ((Invocable) engine).invokeFunction("pair", 1, "x"));
        assertThrows(NoSuchMethodException.class, () -> ((Invocable) engine).invokeFunction("nothing"));
        assertEquals(1, assertThrows(ScriptException.class, () -> engine.eval("(+ 1 nil)")).getLineNumber());
    }
}
