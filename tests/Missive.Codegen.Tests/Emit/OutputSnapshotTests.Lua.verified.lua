-- Generated from manifest/. Edit that, then build. content cc8b12e3c7448415
-- The host runs this chunk with one argument, a table:
--   invoke(name, arguments, account, path)  calls a function; account is nil for the default one
--   unknown(path)                           answers for a name that is no function
--   misused(name, how, account, path, ...)  answers for a call that is written wrongly: how is "colon", "table" when
--                                           values stand beside the table, or "positions" when there are too many;
--                                           then what stood between the parentheses
--   accounts                                the names of the configured accounts, a list
-- A path is what stands in the script, from app on.
-- luacheck: globals app
-- luacheck: no max line length
local host = ...

-- A script that uses one of these names for itself shall not break its calls.
local ipairs, rawget, select, setmetatable, tostring, type = ipairs, rawget, select, setmetatable, tostring, type

-- Name, the names of the parameters in order for calls by position, and the other names it is known by.
local functions = {
  { name = "list_books", parameters = { "params" }, aliases = { "find_books" } },
  { name = "get_books", parameters = { "book_ids" } },
  { name = "create_books", parameters = { "body" } },
  { name = "update_books", parameters = { "book_ids", "body" } },
  { name = "archive_book", parameters = { "book_id" }, aliases = { "retire_book", "store_book" } },
  -- Deprecated since 2.0; use archive_book. Books are kept now.
  { name = "delete_book", parameters = { "book_id", "force" }, aliases = { "remove_book" } },
  { name = "list_loans", parameters = { "params" } },
  { name = "get_loan", parameters = { "loan_id" } },
  { name = "lend_book", parameters = { "book_id", "reader", "reader_email", "days", "due", "deposit", "notify", "end" } },
  { name = "read_statistics", parameters = {} },
  { name = "set_labels", parameters = { "loan_id", "labels" } },
}

-- The number of values without the nils at their end.
local function count(...)
  for position = select("#", ...), 1, -1 do
    if select(position, ...) ~= nil then
      return position
    end
  end
  return 0
end

-- The arguments by name, of a call that has them by position.
local function by_position(definition, ...)
  local arguments = {}
  for position, name in ipairs(definition.parameters) do
    arguments[name] = (select(position, ...))
  end
  return arguments
end

local function bind(path, account)
  local namespace = {}
  for _, definition in ipairs(functions) do
    local function bind_name(name)
      local function_path = path .. "." .. name
      namespace[name] = function(first, ...)
        -- A table as the first argument holds the arguments by name; anything else counts by position.
        if first == namespace then
          return host.misused(definition.name, "colon", account, function_path, ...)
        elseif type(first) ~= "table" then
          if count(first, ...) > #definition.parameters then
            return host.misused(definition.name, "positions", account, function_path, first, ...)
          end
          first = by_position(definition, first, ...)
        elseif select("#", ...) > 0 and count(...) > 0 then
          return host.misused(definition.name, "table", account, function_path, first, ...)
        end
        return host.invoke(definition.name, first, account, function_path)
      end
    end
    bind_name(definition.name)
    for _, alias in ipairs(definition.aliases or {}) do
      bind_name(alias)
    end
  end
  return setmetatable(namespace, {
    __index = function(_, name)
      return host.unknown(path .. "." .. tostring(name))
    end,
  })
end

app = app or {}
app.integrations = app.integrations or {}
local path = "app.integrations." .. "library"
local namespace = bind(path, nil)
namespace.default = bind(path .. ".default", nil)
for _, account in ipairs(host.accounts or {}) do
  -- A function is never hidden by an account of its name.
  if rawget(namespace, account) == nil then
    namespace[account] = bind(path .. "." .. account, account)
  end
end
app.integrations["library"] = namespace
return namespace
