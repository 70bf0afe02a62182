namespace Missive.Codegen.Model;

/// <summary>A shared type: an object with fields, or an enum of texts.</summary>
public sealed record TypeDefinition : Declaration
{
    /// <summary><c>documented</c>, <c>secondary</c> or <c>undocumented</c>.</summary>
    public string Source { get; internal set; } = "";

    /// <summary>The type whose fields come first, or null.</summary>
    public Reference? Extends { get; internal set; }

    /// <summary>The fields of an object, in order, without inherited ones.</summary>
    public EquatableArray<FieldDefinition> Fields { get; internal set; }

    /// <summary>What an object's fields demand of each other.</summary>
    public EquatableArray<RuleDefinition> Rules { get; internal set; }

    /// <summary>The values of an enum, in order.</summary>
    public EquatableArray<EnumValue> Values { get; internal set; }

    /// <summary>Why and since when it should not be used, or null.</summary>
    public Deprecation? Deprecated { get; internal set; }

    /// <summary>Whether it is an enum.</summary>
    public bool IsEnum => Values.Count > 0;
}

/// <summary>A field of a type.</summary>
public sealed record FieldDefinition : MemberDefinition;

/// <summary>A value of an enum.</summary>
/// <param name="Value">The text as it is sent.</param>
/// <param name="Description">What it means, or null where the text says it.</param>
/// <param name="Span">Where it stands.</param>
public sealed record EnumValue(string Value, string? Description, SourceSpan Span);

/// <summary>What fields of an object demand of each other. A boolean that is false counts as not given.</summary>
public sealed record RuleDefinition
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; internal set; }

    /// <summary>When one of these is given, <see cref="Require"/> counts.</summary>
    public EquatableArray<Reference> With { get; internal set; }

    /// <summary>When a field is one of some values, the consequences count; or null.</summary>
    public FieldValues? When { get; internal set; }

    /// <summary>Unless a field is one of some values, the consequences count; or null.</summary>
    public FieldValues? Unless { get; internal set; }

    /// <summary>Fields that are needed then.</summary>
    public EquatableArray<Reference> Require { get; internal set; }

    /// <summary>Fields that may not be given then.</summary>
    public EquatableArray<Reference> Forbid { get; internal set; }

    /// <summary>Values that fields are limited to then.</summary>
    public EquatableArray<FieldValues> Values { get; internal set; }

    /// <summary>Of these, one at most may be given.</summary>
    public EquatableArray<Reference> AtMostOne { get; internal set; }

    /// <summary>Of these, one at least has to be given.</summary>
    public EquatableArray<Reference> AtLeastOne { get; internal set; }

    /// <summary>Of these, exactly one has to be given.</summary>
    public EquatableArray<Reference> ExactlyOne { get; internal set; }

    /// <summary>The evidence, where it differs from the type's; or null.</summary>
    public string? Source { get; internal set; }

    /// <summary>Why, as a sentence that ends the error message; or null.</summary>
    public string? Description { get; internal set; }

    /// <summary>Every field that the rule names.</summary>
    public IEnumerable<Reference> Fields()
    {
        foreach (var list in new[] { With, Require, Forbid, AtMostOne, AtLeastOne, ExactlyOne })
        {
            foreach (var field in list)
            {
                yield return field;
            }
        }

        foreach (var condition in new[] { When, Unless })
        {
            if (condition is not null)
            {
                yield return condition.Field;
            }
        }

        foreach (var limit in Values)
        {
            yield return limit.Field;
        }
    }
}

/// <summary>A field with some of its values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">The values.</param>
public sealed record FieldValues(Reference Field, EquatableArray<string> Values);
