function run()
  local t = {}
  for i = 0, 19999 do t[i + 1] = 'item ' .. i .. ', ' end
  return #table.concat(t)
end
