function run() {
  var t = [];
  for (var i = 0; i < 20000; i++) { t.push('item ' + i + ', '); }
  return t.join('').length;
}
