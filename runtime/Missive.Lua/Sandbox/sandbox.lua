-- Makes the environment of scripts. The host runs this once with its own functions, before any script.
-- What scripts must not reach is held in local variables: there is no debug library that could read them.
local host = ...

local native = {
  getmetatable = getmetatable,
  setmetatable = setmetatable,
  tostring = tostring,
  ipairs = ipairs,
  close = coroutine.close,
  format = string.format,
  randomseed = math.randomseed,
  rawset = rawset,
  sort = table.sort,
}
local error, next, pcall, rawget, select, type, unpack = error, next, pcall, rawget, select, type, table.unpack
local create, resume, status = coroutine.create, coroutine.resume, coroutine.status
local find, gmatch, gsub, random = string.find, string.gmatch, string.gsub, math.random

-- What reads files, runs text as code, or drives the collector.
for _, name in ipairs({ "collectgarbage", "dofile", "load", "loadfile", "require", "warn" }) do
  _G[name] = nil
end
string.dump = nil

-- The message of a failure is a string. What else is known about it can be read from that like a field. Strings learn this
-- when the first failure comes, because their methods take longer then.
local texts = native.getmetatable("")
texts.__metatable = false
local methods = string
local fields = { code = true, path = true, hint = true, message = true }
local function of_text(text, name)
  local method = methods[name]
  if method == nil and fields[name] then
    return host.failure(text, name)
  end
  return method
end

local function fail(message, level)
  texts.__index = of_text
  error(message, level == 0 and 0 or level + 1)
end

-- The host's functions never raise: they return true and their results, or false and the message.
local function check(level, ok, ...)
  if ok then
    return ...
  end
  fail(..., level)
end

-- What Lua's own functions raise when they are called by pcall: it has no place, and their name is missing.
local function placed(name, ok, ...)
  if ok then
    return ...
  end
  local message = ...
  if type(message) == "string" then
    error(gsub(message, "'%?'", "'" .. name .. "'", 1), 2)
  end
  error(message, 0)
end

_G.print = host.print
_G.dump = host.dump

function _G.tostring(...)
  local value = ...
  if type(value) == "table" then
    return check(0, host.table_to_string(value))
  end
  if select("#", ...) == 0 then
    error("bad argument #1 to 'tostring' (value expected)", 2)
  end
  -- An address would differ from run to run, and tell where the process has what.
  if type(value) == "function" or type(value) == "thread" then
    return type(value)
  end
  return native.tostring(value)
end

-- Lua's own lets the loop find out, which then cannot say where that was; and it finds nothing in an object.
function _G.ipairs(...)
  local list = ...
  local kind = type(list)
  if kind ~= "table" and kind ~= "string" then
    error("bad argument #1 to 'ipairs' (table expected, got " .. (list == nil and select("#", ...) == 0 and "no value" or kind) .. ")", 2)
  end
  if kind == "table" and rawget(list, 1) == nil and next(list) ~= nil then
    check(3, host.check_list(list))
  end
  return native.ipairs(list)
end

-- What %s shows, where its own text would hold an address.
local function shown(value)
  local kind = type(value)
  if kind == "function" or kind == "thread" then
    return kind
  elseif kind == "table" then
    local metatable = native.getmetatable(value)
    if not metatable or rawget(metatable, "__tostring") == nil then
      return check(0, host.table_to_string(value))
    end
  end
  return value
end

-- The values for string.format. Only %s shows any value: the others are left to Lua's own errors.
local conversions = "%%[-+ #0]*%d*%.?%d*(.)"
local function values_of(text, ...)
  local values, position = { ... }, 0
  for conversion in gmatch(text, conversions) do
    if conversion ~= "%" then
      position = position + 1
      if conversion == "s" then
        values[position] = shown(values[position])
      end
    end
  end
  return unpack(values, 1, select("#", ...))
end
local function format(...)
  return placed("format", ...)
end
function string.format(text, ...)
  if type(text) == "string" and find(text, "p", 1, true) then
    for conversion in gmatch(text, conversions) do
      if conversion == "p" then
        error("string.format: '%p' is not available: addresses are not shown", 2)
      end
    end
  end
  for position = 1, type(text) == "string" and select("#", ...) or 0 do
    local kind = type((select(position, ...)))
    if kind == "table" or kind == "function" or kind == "thread" then
      return format(pcall(native.format, text, values_of(text, ...)))
    end
  end
  return format(pcall(native.format, text, ...))
end

-- Lua's own seed is made of an address and the time.
native.randomseed(host.seed)
function math.randomseed(...)
  if select("#", ...) == 0 then
    return native.randomseed(random(0), random(0))
  end
  return native.randomseed(...)
end

-- Finalizers would run while nobody looks at the clock.
function _G.setmetatable(object, metatable)
  if type(metatable) == "table" and rawget(metatable, "__gc") ~= nil then
    error("setmetatable: '__gc' is not available", 2)
  end
  return placed("setmetatable", pcall(native.setmetatable, object, metatable))
end

-- Lua's own say of some errors where they are, and of others not.
function _G.rawset(...)
  return placed("rawset", pcall(native.rawset, ...))
end

function table.sort(list, less)
  local ok, message = pcall(native.sort, list, less)
  if ok then
    return
  end
  -- What the script's own function raises has its place, or is to have none.
  if less == nil or message == "invalid order function for sorting" or type(message) == "string" and find(message, "^bad argument #%d to '%?'") then
    return placed("sort", false, message)
  end
  error(message, 0)
end

-- The marks that JSON leaves on tables are none of a script's business.
local mark = host.json.mark
local function own_metatable(object)
  local metatable = native.getmetatable(object)
  if type(metatable) == "table" and rawget(metatable, mark) ~= nil then
    return nil
  end
  return metatable
end
_G.getmetatable = own_metatable

-- A handler that Lua itself calls would run while nobody looks at the clock. This one runs after the fact.
local function finish(handler, ok, ...)
  if ok then
    return true, ...
  end
  return false, select(2, pcall(handler, ...))
end
function _G.xpcall(body, handler, ...)
  return finish(handler, pcall(body, ...))
end

-- Lua's own wrap, when its coroutine fails, closes variables while nobody looks at the clock; and so does close.
local function unwrap(ok, ...)
  if ok then
    return ...
  end
  error(..., 0)
end
function coroutine.wrap(body)
  local thread = create(body)
  return function(...)
    return unwrap(resume(thread, ...))
  end
end
function coroutine.close(thread)
  if status(thread) == "dead" then
    return true
  end
  return native.close(thread)
end

_G.json = {
  null = host.json.null,
  encode = function(value)
    return check(2, host.json.encode(value))
  end,
  decode = function(text)
    return check(2, host.json.decode(text))
  end,
}

-- Says that a table is an object, or a list, even when it is empty.
local function marker(name, metatable)
  return function(value)
    if value == nil then
      value = {}
    elseif type(value) ~= "table" then
      error("json." .. name .. ": expected table, got " .. type(value), 2)
    elseif own_metatable(value) ~= nil then
      error("json." .. name .. ": the table has a metatable of its own", 2)
    end
    return native.setmetatable(value, metatable)
  end
end
json.object = marker("object", host.json.object_mark)
json.array = marker("array", host.json.list_mark)

host.json.set_null_metatable({
  __name = "null",
  __tostring = function()
    return "null"
  end,
  __metatable = false,
})

for _, library in ipairs({ "docs", "regex", "time" }) do
  if host[library] then
    _G[library] = {}
    for name, call in next, host[library] do
      _G[library][name] = function(...)
        return check(2, call(...))
      end
    end
  end
end

-- What these libraries do not have is misspelt.
for _, library in ipairs({ "docs", "json", "regex", "time" }) do
  local members = _G[library]
  if members then
    native.setmetatable(members, {
      __index = function(_, name)
        return check(2, host.unknown_member(library, name, members))
      end,
      __metatable = false,
    })
  end
end

-- A name that is no function can be read, like any table's; to call it is an error that says what may have been meant.
local function unknown(path)
  return native.setmetatable({}, {
    __index = function(_, name)
      return unknown(path .. "." .. native.tostring(name))
    end,
    __call = function()
      return check(0, host.unknown(path))
    end,
  })
end
local function namespace(path)
  return native.setmetatable({}, {
    __index = function(_, name)
      return unknown(path .. "." .. native.tostring(name))
    end,
  })
end
_G.app = namespace("app")
app.integrations = namespace("app.integrations")

local invoke = host.invoke
return {
  invoke = function(name, arguments, account, path)
    local ok, result = invoke(name, arguments, account, path)
    if ok then
      return result
    end
    fail(result, 0)
  end,
  unknown = unknown,
  misused = function(...)
    return check(0, host.misused(...))
  end,
  accounts = host.accounts,
}
