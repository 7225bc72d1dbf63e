package coop.roseash.sx.bench;

/// The programs that are measured, in each language.
enum Workload {
    FIB("(define fib (fn (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))) (define run (fn () (fib 30)))",
            "function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end function run() return fib(30) end",
            "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } function run() { return fib(30); }",
            "(defn fib [n] (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (defn run [] (fib 30))"), TAK(
                    "(define tak (fn (x y z) (if (< y x) (tak (tak (- x 1) y z) (tak (- y 1) z x) (tak (- z 1) x y)) z)))"
                            + " (define run (fn () (tak 18 12 6)))",
                    "function tak(x, y, z) if y >= x then return z end return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) end"
                            + " function run() return tak(18, 12, 6) end",
                    "function tak(x, y, z) { return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)); }"
                            + " function run() { return tak(18, 12, 6); }",
                    "(defn tak [x y z] (if (< y x) (tak (tak (- x 1) y z) (tak (- y 1) z x) (tak (- z 1) x y)) z)) (defn run [] (tak 18 12 6))"), LOOP(
                            "(define run (fn () (let loop ((i 0) (s 0)) (if (< i 10000000) (loop (+ i 1) (+ s i)) s))))",
                            "function loop(i, s) if i < 10000000 then return loop(i + 1, s + i) end return s end function run() return loop(0, 0) end",
                            "function run() { var s = 0; for (var i = 0; i < 10000000; i++) { s = s + i; } return s; }",
                            "(defn run [] (loop [i (Long/valueOf 0) s (Long/valueOf 0)] (if (< i 10000000) (recur (+ i 1) (+ s i)) s)))"), COUNTERS(
                                    "(define make (fn () (let ((n 0)) (fn () (set! n (+ n 1)) n))))"
                                            + " (define run (fn () (let loop ((i 0) (s 0)) (if (< i 100000)"
                                            + " (let ((c (make))) (do (c) (c) (loop (+ i 1) (+ s (c))))) s))))",
                                    "function make() local n = 0 return function() n = n + 1 return n end end function loop(i, s) if i < 100000 then"
                                            + " local c = make() c() c() return loop(i + 1, s + c()) end return s end function run() return loop(0, 0) end",
                                    "function make() { var n = 0; return function() { n = n + 1; return n; }; } function run() { var s = 0;"
                                            + " for (var i = 0; i < 100000; i++) { var c = make(); c(); c(); s = s + c(); } return s; }",
                                    "(defn make [] (let [n (volatile! 0)] (fn [] (vreset! n (+ @n 1)) @n)))"
                                            + " (defn run [] (loop [i (Long/valueOf 0) s (Long/valueOf 0)] (if (< i 100000) (let [c (make)] (c) (c)"
                                            + " (recur (+ i 1) (+ s (c)))) s)))"), LISTS(
                                                    "(define run (fn () (reduce + 0 (filter (fn (x) (= (mod x 3) 0)) (map (fn (x) (* x x)) (range 100000))))))",
                                                    "function map(f, t) local r = {} for i = 1, #t do r[i] = f(t[i]) end return r end"
                                                            + " function filter(f, t) local r = {} for i = 1, #t do if f(t[i]) then r[#r + 1] = t[i] end end return r end"
                                                            + " function reduce(f, a, t) for i = 1, #t do a = f(a, t[i]) end return a end"
                                                            + " function run() local t = {} for i = 0, 99999 do t[i + 1] = i end return reduce(function(a, b) return a + b end, 0,"
                                                            + " filter(function(x) return x % 3 == 0 end, map(function(x) return x * x end, t))) end",
                                                    "function run() { var t = []; for (var i = 0; i < 100000; i++) { t.push(i); } return t.map(function(x) { return x * x; })"
                                                            + ".filter(function(x) { return x % 3 == 0; }).reduce(function(a, b) { return a + b; }, 0); }",
                                                    "(defn run [] (reduce + 0 (filterv (fn [x] (= (mod x 3) 0)) (mapv (fn [x] (* x x)) (range 100000)))))"), STRINGS(
                                                            "(define run (fn () (let loop ((i 0) (parts (list)))"
                                                                    + " (if (< i 20000) (loop (+ i 1) (append! parts (str \"item \" i \", \"))) (len (apply str parts))))))",
                                                            "function run() local t = {} for i = 0, 19999 do t[i + 1] = 'item ' .. i .. ', ' end return #table.concat(t) end",
                                                            "function run() { var t = []; for (var i = 0; i < 20000; i++) { t.push('item ' + i + ', '); } return t.join('').length; }",
                                                            "(defn run [] (count (apply str (loop [i 0 v (transient [])] (if (< i 20000) (recur (inc i)"
                                                                    + " (conj! v (str \"item \" i \", \"))) (persistent! v))))))");

    final String sx;
    final String lua;
    final String javascript;
    final String clojure;

    Workload(String sx, String lua, String javascript, String clojure) {
        this.sx = sx;
        this.lua = lua;
        this.javascript = javascript;
        this.clojure = clojure;
    }
}
