package coop.roseash.sx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.SxException;

/// Runs programs that try to take a server down, in a JVM with little memory and on a thread with little stack; a line
/// for each says how it ended and after how many milliseconds. {@link BombTest} starts it.
final class Bombs {
    static final int DEADLINE = 150;
    private static final int SMALL_STACK = 512 * 1024;
    private static final Profile PROFILE = Profile.trusted()
        .with(new Limits(Long.MAX_VALUE / 4, 24 << 20, 100_000, DEADLINE, 1 << 20, 1 << 20, Limits.DEEPEST_NESTING));

    private Bombs() {}

    static Map<String, String> programs() {
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("endless loop", "(let loop () (loop))");
        bombs.put("endless turns", "(define (a n) (b (+ n 1))) (define (b n) (a n)) (a 0)");
        bombs.put("endless calls", "(define (f n) (+ 1 (f (+ n 1)))) (f 1)");
        bombs.put("endless calls in turns",
                "(define (f a b c d e) (let ((x (g a b c))) (+ x 1))) (define (g a b c) (let ((y (f a b c 1 2))) (+ y 1))) (f 1 2 3 4 5)");
        bombs.put("endless calls through a library", "(define (f x) (map f (list x))) (f 1)");
        bombs.put("endless calls through apply", "(define (f x) (+ 1 (apply f (list x)))) (f 1)");
        bombs.put("text that doubles", "(let loop ((s \"ab\")) (loop (str s s)))");
        bombs.put("list that doubles", "(let loop ((l (list 1))) (loop (concat l l)))");
        bombs.put("list that grows", "(let loop ((l (list 1))) (loop (append! l l)))");
        bombs.put("huge range", "(range 1000000000000)");
        bombs.put("brackets", "(".repeat(100_000));
        bombs.put("brackets that end", "(list ".repeat(290) + "1" + ")".repeat(290) + " (let loop () (loop))");
        bombs.put("parameters", "(fn (" + names(60_000) + ") 1)");
        bombs.put("keys of a component", "(defcomp ~c (&key " + names(60_000) + ") 1)");
        bombs.put("quotes", "'".repeat(100_000) + "x");
        bombs.put("hostile order", "(sort (range 1000) (fn (a b) (let loop () (loop))))");
        bombs.put("cyclic list written", "(let ((a (list))) (append! a a) (serialize a))");
        bombs.put("cyclic list as page", "(let ((a (list))) (append! a a) (render-to-html (p a)))");
        bombs.put("cyclic list as json", "(let ((a (list))) (append! a a) (json-encode a))");
        bombs.put("cyclic list flattened", "(let ((a (list))) (append! a a) (flatten a))");
        bombs.put("wide cyclic lists compared",
                "(let ((a (list)) (b (list))) (append! a a) (append! a a) (append! b b) (append! b b) (let loop () (= a b) (loop)))");
        bombs.put("deep lists compared",
                "(define (deep) (let loop ((x (list)) (i 0)) (if (< i 100000) (loop (list x) (+ i 1)) x)))"
                        + " (let ((a (deep)) (b (deep))) (let loop () (= a b) (loop)))");
        bombs.put("output", "(let loop () (print \"xxxxxxxxxxxxxxxx\") (loop))");
        bombs.put("page", "(let ((s \"<&>\")) (render-to-html (map (fn (i) (p s s s s)) (range 100000))))");
        bombs.put("page that shares",
                "(let loop ((e (p \"x\")) (i 0)) (if (< i 40) (loop (div e e) (+ i 1)) (render-to-html e)))");
        bombs.put("macro that expands to itself", "(defmacro m () `(m)) (m)");
        bombs.put("macro that doubles", "(defmacro m (n) (if (= n 0) 1 `(do (m ,(- n 1)) (m ,(- n 1))))) (m 60)");
        bombs.put("macro that loops", "(defmacro m () (let loop () (loop))) (m)");
        bombs.put("replace", "(let loop ((s \"a\")) (loop (replace s \"a\" \"aa\")))");
        bombs.put("emphasis", text("*", 200_000, "(markdown s)"));
        bombs.put("open emphasis", text("*a ", 100_000, "(markdown s)"));
        bombs.put("open links", text("[a](", 100_000, "(markdown s)"));
        bombs.put("open brackets", text("[", 200_000, "(markdown s)"));
        bombs.put("back ticks", text("`", 200_000, "(markdown s)"));
        bombs.put("open tags", text("<", 200_000, "(strip-tags s)"));
        bombs.put("commas of an image", text("a 1x,", 50_000, "(render-to-html (img :srcset s))"));
        bombs.put("parsed text", text("(", 200_000, "(sx-parse s)"));
        bombs.put("dict keys", "(let loop ((d {}) (i 0)) (dict-set! d (str i) i) (loop d (+ i 1)))");
        bombs.put("dicts in dicts", "(let loop ((x {})) (loop {:a x}))");
        bombs.put("doubles", "(range 0 1 1e-300)");
        bombs.put("closures", "(let loop ((f nil)) (loop (fn () f)))");
        bombs.put("symbols", "(let loop () (gensym \"a\") (loop))");
        loop(bombs, "get", "aé😀€", 18, "(get s 900000)");
        loop(bombs, "long equal keys", "abcd", 20, "(get (dict (str s \"x\") 1) (str s \"x\"))");
        loop(bombs, "long texts that differ at their end", "abcd", 18, "(= (str s \"x\") (str s \"y\"))");
        loop(bombs, "upper", "ßé", 18, "(upper s)");
        loop(bombs, "lower", "İ", 18, "(lower s)");
        loop(bombs, "trim", "  ", 20, "(trim s)");
        loop(bombs, "serialize", "\\u0001", 20, "(serialize s)");
        loop(bombs, "json", "<", 20, "(json-encode s)");
        loop(bombs, "url", "é", 20, "(url-encode s)");
        loop(bombs, "numbers parsed", "1 ", 19, "(sx-parse s)");
        loop(bombs, "a long line parsed", "é ", 19, "(sx-parse s)");
        loop(bombs, "long line of markdown", "a", 22, "(markdown s)");
        loop(bombs, "numbered lines", "1. a\\n", 18, "(markdown s)");
        loop(bombs, "pattern", "d ", 19, "(format-date \"2026-01-01\" s)");
        loop(bombs, "errors", "a", 20, "(apply error (repeat 250 s))");
        bombs.put("classes that share",
                "(let loop ((c (list \"a\")) (i 0)) (if (< i 40) (loop (list c c) (+ i 1)) (render-to-html (p :class c))))");
        bombs.put("value that shares",
                "(let loop ((x (list \"aaaaaaaa\")) (i 0)) (if (< i 40) (loop (list x x) (+ i 1)) x))");
        bombs.put("text of what shares",
                "(let loop ((x (list \"aaaaaaaa\")) (i 0)) (if (< i 40) (loop (list x x) (+ i 1)) (str x)))");
        for (String form : List.of("(list '+ x x)", "(list 'do x x)", "(dict :a x :b x)", "(list 'if x x x)")) {
            bombs.put("macro that shares " + form,
                    "(defmacro m () (let loop ((x 1) (i 0)) (if (< i 45) (loop " + form + " (+ i 1)) x))) (m)");
        }
        bombs.put("macro that quotes what holds itself",
                "(defmacro m () (let ((a (list 'if))) (append! a a) (append! a a) (append! a a) (append! a a) a)) (m)");
        bombs.put("functions to compile",
                "(let loop ((i 0)) (let ((f (fn (x) (fn (y) (fn (z) (+ x y z)))))) (((f 1) 2) 3)) (loop (+ i 1)))");
        return bombs;
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "v" + i).collect(Collectors.joining(" "));
    }

    /// An endless loop over a text that is doubled so many times.
    private static void loop(Map<String, String> bombs, String name, String part, int doublings, String use) {
        bombs.put(name, "(let double ((s \"" + part + "\") (i 0)) (if (< i " + doublings
                + ") (double (str s s) (+ i 1)) (let loop () " + use + " (loop))))");
    }

    /// A long text, and an endless loop of what reads it, so that a quick reader does not end the bomb.
    private static String text(String part, int times, String use) {
        return "(let ((s (apply str (repeat " + times + " \"" + part + "\")))) (let loop () " + use + " (loop)))";
    }

    public static void main(String[] arguments) throws InterruptedException {
        for (Engine engine : List.of(Engine.CEK, Engine.VM, Engine.JVM, Engine.SX)) {
            Sx.evaluation(engine, Profile.trusted()).render("(p (map inc (range 3)))");
            for (Map.Entry<String, String> bomb : programs().entrySet()) {
                Thread thread = new Thread(null, () -> run(engine, bomb.getKey(), bomb.getValue()), "bomb",
                        SMALL_STACK);
                thread.start();
                thread.join();
            }
        }
        System.out.println("and then\t" + Sx.evaluate(Engine.SX, Profile.author(), "(reduce + 0 (range 10))"));
    }

    private static void run(Engine engine, String name, String program) {
        long start = System.nanoTime();
        String end;
        try {
            SxEvaluation evaluation = Sx.evaluation(engine, PROFILE);
            evaluation.serialize(evaluation.evaluate(program));
            end = "no error";
        } catch (SxException e) {
            end = e.code().text() + (e.message().contains("too deeply") ? " by the host's stack" : "");
        } catch (Throwable e) {
            end = e.toString();
        }
        System.out.println(engine.text() + "\t" + name + "\t" + end + "\t" + (System.nanoTime() - start) / 1_000_000);
    }
}
