using System.Collections.Immutable;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>When an effect occurs: always, or when one of some arguments is given.</summary>
public sealed class EffectCondition
{
    private EffectCondition(ImmutableArray<string> arguments) => Arguments = arguments;

    /// <summary>Every call has the effect.</summary>
    public static EffectCondition Always { get; } = new([]);

    /// <summary>The arguments of which one has to be given, such as <c>body.send</c>; empty when every call has the effect.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>Calls with at least one of these arguments have the effect.</summary>
    /// <param name="arguments">A parameter's name, or a parameter and a field: <c>body.send</c>. Envelopes and indexes are left out.</param>
    /// <returns>The condition.</returns>
    public static EffectCondition When(params ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty)
        {
            throw new ArgumentException("A condition names at least one argument.", nameof(arguments));
        }

        return new([.. arguments]);
    }

    /// <summary>Whether a call has the effect.</summary>
    /// <param name="definition">The tool that is called.</param>
    /// <param name="arguments">The call's arguments. Null and <c>false</c> count as not given.</param>
    /// <returns>True when it has.</returns>
    public bool AppliesTo(ToolDefinition definition, JsonElement arguments)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (Arguments.IsEmpty)
        {
            return true;
        }

        foreach (var argument in Arguments)
        {
            if (IsGiven(definition, argument, arguments))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGiven(ToolDefinition definition, string argument, JsonElement arguments)
    {
        var dot = argument.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? argument : argument[..dot];
        if (definition.FindParameter(name) is not { } parameter
            || arguments.ValueKind != JsonValueKind.Object
            || !arguments.TryGetProperty(name, out var value))
        {
            return false;
        }

        if (dot < 0)
        {
            return IsGiven(value);
        }

        var field = argument[(dot + 1)..];
        foreach (var content in BodyContent.Of(parameter, value))
        {
            if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(field, out var part) && IsGiven(part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGiven(JsonElement value)
        => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False);
}
