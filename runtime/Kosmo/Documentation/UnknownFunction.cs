using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>Says that there is no function of a name, and which were probably meant.</summary>
internal static class UnknownFunction
{
    /// <param name="name">The full name that was asked for.</param>
    public static KosmoException Named(string name)
    {
        var message = $"Unknown integration function: {PlainText.OneLine(name)}";
        var near = Nearest(name);
        return near.Length == 0
            ? new KosmoException("unknown_function", message, "kosmo integrations:docs integrations.missive")
            : new KosmoException("unknown_function", $"{message}. Did you mean {string.Join(", ", near)}?", $"kosmo integrations:docs {near[0]}");
    }

    private static string[] Nearest(string name)
    {
        try
        {
            MissiveTools.Registry.Get(name);
            return [];
        }
        catch (UnknownToolException unknown)
        {
            return [.. unknown.Suggestions.Select(static near => $"missive.{near}")];
        }
    }
}
