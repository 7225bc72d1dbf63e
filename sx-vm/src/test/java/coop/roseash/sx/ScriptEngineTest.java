package coop.roseash.sx;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// SX by javax.script.
class ScriptEngineTest {
    /// Functions of a script as Java sees them.
    public interface Sums {
        int sum(int a, int b);

        default int twice(int a) {
            return sum(a, a);
        }
    }

    @Test
    void anInterfaceIsMadeOfFunctions() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("sx");
        Invocable invocable = (Invocable) engine;
        assertNull(invocable.getInterface(Sums.class));
        engine.eval("(define (sum a b) (+ a b))");
        Sums sums = invocable.getInterface(Sums.class);
        assertEquals(5, sums.sum(2, 3));
        assertEquals(8, sums.twice(4));
        assertEquals(sums, sums);
        assertEquals("Sums in SX", sums.toString());
    }

    @Test
    void numbersKeepTheirValueOrAreRefused() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("sx");
        engine.put("x", new BigDecimal("1.5"));
        engine.put("y", 'c');
        engine.put("zs", new Object[]{1, (short) 2, true});
        assertEquals(List.of(1.5, "c", List.of(1L, 2L, true)), engine.eval("(list x y zs)"));
        engine.put("x", BigInteger.ONE.shiftLeft(64));
        assertThrows(ScriptException.class, () -> engine.eval("x"));
        engine.put("x", 1);
        engine.put("+", 1);
        assertThrows(ScriptException.class, () -> engine.eval("x"));
    }

    @Test
    void listsThatAreDeepOrHoldThemselvesComeThrough() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("sx");
        List<?> cyclic = (List<?>) engine.eval("(let ((a (list))) (append! a a) a)");
        assertSame(cyclic, cyclic.get(0));
        engine.put("xs", cyclic);
        assertEquals(true, engine.eval("(identical? xs (get xs 0))"));
        assertTrue(engine
            .eval("(let loop ((x (list)) (i 0)) (if (< i 200000) (loop (list x) (+ i 1)) x))") instanceof List);
    }

    @Test
    void whatIsPrintedIsWrittenHoweverTheRunBeganAndEnded() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("sx");
        StringWriter written = new StringWriter();
        engine.getContext().setWriter(written);
        engine.eval("(define (say x) (print x)) (say 1)");
        assertThrows(ScriptException.class, () -> engine.eval("(say 2) (error \"no\")"));
        ((Invocable) engine).invokeFunction("say", 3);
        assertEquals("1\n2\n3\n", written.toString());
    }

    @Test
    void nothingAndClassesAreNoInterfaces() {
        Invocable engine = (Invocable) new ScriptEngineManager().getEngineByName("sx");
        assertThrows(IllegalArgumentException.class, () -> engine.getInterface(null));
        assertThrows(IllegalArgumentException.class, () -> engine.getInterface(Number.class));
    }

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
