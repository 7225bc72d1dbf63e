function loop(i, s)
  if i < 10000000 then return loop(i + 1, s + i) end
  return s
end
function run() return loop(0, 0) end
