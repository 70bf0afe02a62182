using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>A name that no tool of a registry has.</summary>
public sealed class UnknownToolException : Exception
{
    /// <summary>Reports an unknown name.</summary>
    /// <param name="toolName">The name.</param>
    /// <param name="suggestions">Names that come near, the nearest first; may be empty.</param>
    public UnknownToolException(string toolName, ImmutableArray<string> suggestions)
        : base(suggestions.IsEmpty
            ? $"There is no tool named '{Excerpt.Of(toolName)}'."
            : $"There is no tool named '{Excerpt.Of(toolName)}'. Did you mean {string.Join(", ", suggestions)}?")
    {
        ToolName = toolName;
        Suggestions = suggestions;
    }

    /// <summary>The name that was asked for.</summary>
    public string ToolName { get; }

    /// <summary>Names of tools that come near, the nearest first; may be empty.</summary>
    public ImmutableArray<string> Suggestions { get; }
}
