using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>How strictly arguments are validated. Immutable; one instance serves any number of calls.</summary>
public sealed class ToolValidationOptions
{
    /// <summary>Unknown keys are refused, and no setting has a value.</summary>
    public static ToolValidationOptions Default { get; } = new();

    /// <summary>Whether keys that no definition knows are passed on: those of objects, and arguments of tools that send a GET, as query.</summary>
    public bool AllowUndocumented { get; init; }

    /// <summary>A sentence for callers who mean an unknown key: the way through. It ends the message of each that is no known one misspelt or misplaced; null for none.</summary>
    public string? UnknownKeyHint { get; init; }

    /// <summary>
    /// Finds a problem that no definition can tell, such as a path that is none, in arguments that may have other problems; null for nothing
    /// to be found. It is reported with the others, and a corrected call has none of the kind.
    /// </summary>
    public Func<ToolDefinition, JsonElement, ToolValidationError?>? FindFurther { get; init; }

    /// <summary>The settings that the request will be built with: what they fill is not missing.</summary>
    public ToolSettings Settings { get; init; } = ToolSettings.Default;
}
