function make()
  local n = 0
  return function() n = n + 1 return n end
end
function loop(i, s)
  if i < 100000 then
    local c = make()
    c() c()
    return loop(i + 1, s + c())
  end
  return s
end
function run() return loop(0, 0) end
