(defn run []
  (loop [i (Long/valueOf 0) s (Long/valueOf 0)]
    (if (< i 10000000) (recur (+ i 1) (+ s i)) s)))
