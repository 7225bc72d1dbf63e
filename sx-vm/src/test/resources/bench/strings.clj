(defn run []
  (count (apply str
    (loop [i 0 v (transient [])]
      (if (< i 20000) (recur (inc i) (conj! v (str "item " i ", "))) (persistent! v))))))
