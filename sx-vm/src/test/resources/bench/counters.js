function make() {
  var n = 0;
  return function() { n = n + 1; return n; };
}
function run() {
  var s = 0;
  for (var i = 0; i < 100000; i++) { var c = make(); c(); c(); s = s + c(); }
  return s;
}
