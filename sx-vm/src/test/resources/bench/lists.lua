function map(f, t)
  local r = {}
  for i = 1, #t do r[i] = f(t[i]) end
  return r
end
function filter(f, t)
  local r = {}
  for i = 1, #t do if f(t[i]) then r[#r + 1] = t[i] end end
  return r
end
function reduce(f, a, t)
  for i = 1, #t do a = f(a, t[i]) end
  return a
end
function run()
  local t = {}
  for i = 0, 99999 do t[i + 1] = i end
  return reduce(function(a, b) return a + b end, 0,
    filter(function(x) return x % 3 == 0 end, map(function(x) return x * x end, t)))
end
