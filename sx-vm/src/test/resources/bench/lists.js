function run() {
  var t = [];
  for (var i = 0; i < 100000; i++) { t.push(i); }
  return t.map(function(x) { return x * x; }).filter(function(x) { return x % 3 == 0; })
    .reduce(function(a, b) { return a + b; }, 0);
}
