package coop.roseash.sx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes programs that end: calls go only to functions defined before, loops count.
final class ProgramGenerator {
    private final Random random;
    private final List<String> variables = new ArrayList<>();
    private int names;
    private int functions;

    ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    String program() {
        StringBuilder program = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String body = within("a", () -> within("b", () -> expression(3)));
            String rest = random.nextInt(4) == 0 ? " &rest more" : "";
            program.append("(define (f")
                .append(functions)
                .append(" a b")
                .append(rest)
                .append(") ")
                .append(body)
                .append(")\n");
            functions++;
        }
        if (random.nextInt(3) == 0) {
            program.append("(define g 1)\n(defmacro m (x y) `(list ,x (let ((a ,y)) a)))\n");
        }
        return program.append(expression(5)).toString();
    }

    private interface Part {
        String write();
    }

    private String within(String name, Part part) {
        variables.add(name);
        String written = part.write();
        variables.remove(variables.size() - 1);
        return written;
    }

    private String name() {
        return "v" + names++;
    }

    private String atom() {
        if (!variables.isEmpty() && random.nextInt(3) > 0) {
            return variables.get(random.nextInt(variables.size()));
        }
        String[] atoms = {"0", "1", "2", "-3", "7", "2.5", "1.0", "-0.0", "9007199254740993", "4611686018427387904",
                "\"\"",
                "\"ab\"", "\"é😀\"", "nil", "true", "false", ":k", "'s", "'(1 2)", "(list)", "{:k 1}", "[1 :k]",
                "'(1 . x)"};
        return atoms[random.nextInt(atoms.length)];
    }

    private String expression(int depth) {
        if (depth == 0) {
            return atom();
        }
        int d = depth - 1;
        return switch (random.nextInt(34)) {
            case 0 -> "(if " + expression(d) + " " + expression(d) + " " + expression(d) + ")";
            case 1 ->
                "(cond " + expression(d) + " " + expression(d) + " " + expression(d) + " " + expression(d) + " :else "
                        + expression(d) + ")";
            case 2 -> "(case " + expression(d) + " " + atom() + " " + expression(d) + " \"else\" 1 :else "
                    + expression(d) + ")";
            case 3 -> let(d);
            case 4 -> "(let ((x " + expression(d) + ") (y " + expression(d) + ")) "
                    + within("x", () -> within("y", () -> expression(d))) + ")";
            case 5 -> "(" + one("+", "-", "*", "/", "mod", "<", ">", "=", "<=", "!=") + " " + expression(d) + " "
                    + expression(d)
                    + ")";
            case 6 -> "(+ 1 " + expression(d) + " " + expression(d) + " 2)";
            case 7 -> "(and " + expression(d) + " " + expression(d) + " " + expression(d) + ")";
            case 8 -> "(or " + expression(d) + " " + expression(d) + ")";
            case 9 -> "(do (print " + expression(d) + ") " + expression(d) + ")";
            case 10 -> "((fn (p) " + within("p", () -> expression(d)) + ") " + expression(d) + ")";
            case 11 ->
                "(let ((c " + expression(d) + ")) (do ((fn () (set! c " + within("c", () -> expression(d)) + "))) c))";
            case 12 ->
                "(map (fn (e) " + within("e", () -> expression(d)) + ") (list " + expression(d) + " " + atom() + "))";
            case 13 -> "(reduce (fn (s e) " + within("s", () -> within("e", () -> expression(d))) + ") " + atom()
                    + " (list 1 2 " + atom() + "))";
            case 14 -> "(filter (fn (e) " + within("e", () -> expression(d)) + ") (range 3))";
            case 15 -> "(let loop ((i 0) (s " + atom() + ")) (if (< i 4) (loop (+ i 1) "
                    + within("i", () -> within("s", () -> expression(d))) + ") s))";
            case 16 -> "(str " + expression(d) + " " + expression(d) + ")";
            case 17 -> "`(1 ,@" + expression(d) + " ,(list " + expression(d) + ") {:k ," + atom() + "})";
            case 18 ->
                "(" + one("first", "rest", "len", "type-of", "serialize", "not", "empty?", "reverse", "keys", "floor",
                        "inc", "str", "identity") + " " + expression(d) + ")";
            case 19 -> "(get " + expression(d) + " " + atom() + ")";
            case 20 -> functions == 0
                    ? atom()
                    : "(f" + random.nextInt(functions) + " " + expression(d) + " " + expression(d) + ")";
            case 21 -> functions == 0
                    ? atom()
                    : "(apply f" + random.nextInt(functions) + " " + atom() + " (list " + expression(d) + "))";
            case 22 -> "(letrec ((ev (fn (n) (if (= n 0) " + expression(d) + " (od (- n 1))))) (od (fn (n) (if (= n 0) "
                    + expression(d) + " (ev (- n 1)))))) (ev 5))";
            case 23 -> "(-> " + expression(d) + " (str \"x\") (concat '(1)))";
            case 24 ->
                "(let ((fs (map (fn (e) (fn () (set! e (+ e 1)))) (list 1 2)))) (map (fn (f) (list (f) (f))) fs))";
            case 25 -> "((fn () (define h (fn (q) " + within("q", () -> expression(d)) + ")) (define z " + expression(d)
                    + ") (list (h z) (h 1))))";
            case 26 -> "(let loop ((i 0) (s " + number(1) + ")) (if (< i 5) (loop (+ i 1) "
                    + within("i", () -> within("s", () -> number(3))) + ") (list i s)))";
            case 27 -> "(letrec ((r (fn (n) (if (< n 2) " + within("n", () -> number(2))
                    + " (+ (r (- n 1)) (r (- n 2))))))) (r " + number(0) + "))";
            case 28 -> "(letrec ((t (fn (x y z) (if (< y x) (t (- x 1) (if (< z 3) (t (- z 1) y x) " + within("x",
                    () -> within("y", () -> within("z", () -> number(2)))) + ") y) z)))) (t 3 2 " + atom() + "))";
            case 29 -> "(let loop ((i 6) (s " + expression(d) + ")) (if (> i 0) (do (set! i (- i 1)) (loop i "
                    + within("i", () -> within("s", () -> expression(d))) + ")) (str i s)))";
            case 30 -> "(let loop ((i 0) (fs (list))) (if (= i 3) (map (fn (f) (f)) fs) (loop (+ i 1)"
                    + " (append! fs (fn () " + within("i", () -> number(2)) + ")))))";
            case 31 -> "(letrec ((r (fn (n s) (if (= n 0) s (list (r (- n 1) " + within("n",
                    () -> within("s", () -> expression(d))) + ") " + within("n", () -> number(1)) + "))))) (r 3 "
                    + expression(d) + "))";
            case 32 -> number(4);
            default -> "(render-to-html (p :title " + atom() + " " + expression(d) + "))";
        };
    }

    /// Most likely a number, so that arithmetic goes on for long.
    private String number(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0
                    ? atom()
                    : one("0", "1", "2", "3", "5", "-1", "9223372036854775807", "4611686018427387904", "0.5");
        }
        return switch (random.nextInt(5)) {
            case 0 -> atom();
            case 1 -> "(if (" + one("<", ">", "=") + " " + number(depth - 1) + " " + number(depth - 1) + ") "
                    + number(depth - 1) + " " + number(depth - 1) + ")";
            case 2 -> "(let ((k " + number(depth - 1) + ")) " + within("k", () -> number(depth - 1)) + ")";
            default -> "(" + one("+", "-", "*", "mod", "+", "-") + " " + number(depth - 1) + " " + number(depth - 1)
                    + ")";
        };
    }

    private String let(int depth) {
        String name = name();
        String value = expression(depth);
        return "(let ((" + name + " " + value + ")) " + within(name, () -> expression(depth)) + ")";
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
