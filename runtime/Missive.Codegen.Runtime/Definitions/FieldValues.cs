using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>A field and some of its values: the condition of a rule, or what a rule allows.</summary>
public sealed class FieldValues
{
    /// <summary>Names a field and its values.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="values">The values, as text; numbers and booleans as JSON writes them.</param>
    public FieldValues(string field, params ReadOnlySpan<string> values)
    {
        Field = field;
        Values = [.. values];
    }

    /// <summary>The field's name.</summary>
    public string Field { get; }

    /// <summary>The values, as text.</summary>
    public ImmutableArray<string> Values { get; }
}
