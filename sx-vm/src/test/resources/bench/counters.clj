(defn make []
  (let [n (volatile! 0)]
    (fn [] (vreset! n (+ @n 1)) @n)))
(defn run []
  (loop [i (Long/valueOf 0) s (Long/valueOf 0)]
    (if (< i 100000)
      (let [c (make)] (c) (c) (recur (+ i 1) (+ s (c))))
      s)))
