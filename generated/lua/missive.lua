-- Generated from manifest/. Edit that, then build. content 391dc927d7506e48
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
  { name = "list_conversations", parameters = { "inbox", "assignee", "state", "limit", "offset" } },
  { name = "get_conversation", parameters = { "id" } },
  { name = "list_conversation_messages", parameters = { "conversation_id", "params" } },
  { name = "list_conversation_comments", parameters = { "conversation_id", "params" } },
  { name = "list_conversation_drafts", parameters = { "conversation_id", "params" } },
  { name = "list_conversation_posts", parameters = { "conversation_id", "params" } },
  { name = "merge_conversation", parameters = { "conversation_id", "body" } },
  { name = "create_comment", parameters = { "conversation_id", "body", "assignees" } },
  { name = "create_draft", parameters = { "body" } },
  { name = "delete_draft", parameters = { "draft_id" } },
  { name = "list_messages", parameters = { "params" } },
  { name = "create_post", parameters = { "body" } },
  { name = "delete_post", parameters = { "post_id" } },
  { name = "list_tasks", parameters = { "state", "assignee", "limit", "offset" } },
  { name = "get_task", parameters = { "task_id" } },
  { name = "create_task", parameters = { "title", "description", "assignee", "due_date" } },
  { name = "update_task", parameters = { "task_id", "body" } },
  { name = "get_current_user", parameters = {} },
  { name = "list_organizations", parameters = { "params" } },
  { name = "list_users", parameters = { "params" } },
  { name = "list_teams", parameters = { "params" } },
  { name = "create_teams", parameters = { "body" } },
  { name = "list_shared_labels", parameters = { "params" } },
  { name = "list_contacts", parameters = { "params" } },
  { name = "get_contact", parameters = { "contact_id" } },
  { name = "create_contacts", parameters = { "body" } },
  { name = "update_contacts", parameters = { "contact_ids", "body" } },
  { name = "list_contact_books", parameters = { "params" } },
  { name = "list_contact_groups", parameters = { "params" } },
  { name = "list_responses", parameters = { "params" } },
  { name = "get_response", parameters = { "response_id" } },
  { name = "create_responses", parameters = { "body" } },
  { name = "update_responses", parameters = { "response_ids", "body" } },
  { name = "delete_responses", parameters = { "response_ids" } },
  { name = "create_analytics_report", parameters = { "body" } },
  { name = "get_analytics_report", parameters = { "report_id" } },
  { name = "list_hooks", parameters = { "params" } },
  { name = "create_hook", parameters = { "body" } },
  { name = "delete_hook", parameters = { "hook_id" } },
  { name = "api_get", parameters = { "path", "params" } },
  { name = "api_post", parameters = { "path", "body" } },
  { name = "api_patch", parameters = { "path", "body" } },
  { name = "api_delete", parameters = { "path", "params" } },
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
local path = "app.integrations." .. "missive"
local namespace = bind(path, nil)
namespace.default = bind(path .. ".default", nil)
for _, account in ipairs(host.accounts or {}) do
  -- A function is never hidden by an account of its name.
  if rawget(namespace, account) == nil then
    namespace[account] = bind(path .. "." .. account, account)
  end
end
app.integrations["missive"] = namespace
return namespace
