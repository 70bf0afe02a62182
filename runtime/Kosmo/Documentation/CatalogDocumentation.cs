using System.Collections.Immutable;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>The documentation as pages: what the commands print, and what <c>docs.*</c> returns in Lua.</summary>
internal static class CatalogDocumentation
{
    private const int MaxNearest = 5;
    private const string Provider = "missive";
    private const string LuaPrefix = "integrations.";
    private const string LuaRoot = "app.";

    /// <summary>The index: the commands and the pages that there are.</summary>
    public static string List() => $"""
        Integration CLI

        Use direct calls for single operations and Lua for workflows of several steps.

        Commands:
          kosmo integrations:list
          kosmo integrations:doctor missive --json
          kosmo integrations:fields missive --json
          kosmo integrations:configure missive --set access_token=- --enable --read allow --write ask
          kosmo integrations:search "list tasks"
          kosmo integrations:docs missive.create_task
          kosmo integrations:call missive.create_task --title="Ship it" --dry-run --json
          kosmo integrations:call missive.create_task --title="Ship it" --force --json
          kosmo integrations:lua workflow.lua

        Pages:
          missive                 the guide
          integrations.missive    the guide, and every function in a line
          missive.<function>      one function: parameters, examples, answer

        Providers: {Provider}
        """;

    /// <summary>The functions that a query finds, the best first, a line each.</summary>
    public static string Search(string query)
        => string.Join('\n', FunctionSearch.Find(query).Select(static tool => $"{Provider}.{tool.Name} - {tool.Description}"));

    /// <summary>A page as Markdown.</summary>
    /// <param name="page">
    /// <c>missive</c>, <c>integrations.missive</c>, or a function as the registry takes it, with or without <c>integrations.</c> or <c>app.integrations.</c>; blank for the index.
    /// </param>
    /// <exception cref="UnknownPageException">There is no such page.</exception>
    public static string Read(string page)
    {
        page = page.Trim();
        if (page.StartsWith(LuaRoot, StringComparison.Ordinal))
        {
            page = page[LuaRoot.Length..];
        }

        if (page.Length == 0)
        {
            return List();
        }

        var isLuaPath = page.StartsWith(LuaPrefix, StringComparison.Ordinal);
        var local = isLuaPath ? page[LuaPrefix.Length..] : page;
        if (string.Equals(local, Provider, StringComparison.Ordinal))
        {
            return isLuaPath ? $"{EmbeddedTexts.Guide.TrimEnd()}\n\n{EmbeddedTexts.Index}" : EmbeddedTexts.Guide;
        }

        return MissiveTools.Registry.TryGet(local, out var tool) ? EmbeddedTexts.FunctionPage(tool.Name) : throw Unknown(page, local);
    }

    // Of a name that was broken off, or is one word of several, the beginnings may be near.
    private static ImmutableArray<string> Beginning(string name, string[] pages)
        => NearestName.Find(name, pages.Select(static page => page.Split('_')[0])) is { } word
            ? [.. pages.Where(page => page.Split('_')[0] == word).Take(MaxNearest)]
            : [.. pages.Where(page => name.Length > 1 && page.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(MaxNearest)];

    private static UnknownPageException Unknown(string page, string local)
    {
        var name = local.StartsWith($"{Provider}.", StringComparison.Ordinal) ? local[(Provider.Length + 1)..] : local;
        string[] pages = [Provider, .. MissiveTools.Registry.Tools.Select(static tool => tool.Name)];
        var near = NearestName.FindAll(name, pages, MaxNearest);
        return new UnknownPageException(
            page, [.. (near.IsEmpty ? Beginning(name, pages) : near).Select(static near => near == Provider ? near : $"{Provider}.{near}")]);
    }
}
