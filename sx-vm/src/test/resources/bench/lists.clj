(defn run []
  (reduce + 0 (filterv (fn [x] (= (mod x 3) 0)) (mapv (fn [x] (* x x)) (range 100000)))))
