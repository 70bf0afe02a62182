using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>
/// A rule that concerns several fields of an object.
/// </summary>
/// <remarks>
/// <see cref="With"/>, <see cref="When"/> and <see cref="Unless"/> say when <see cref="Require"/>, <see cref="Forbid"/> and
/// <see cref="Values"/> hold; a rule without them always holds. A boolean that is <c>false</c> counts as not given.
/// </remarks>
public sealed class ObjectRule
{
    /// <summary>The rule holds when at least one of these fields is given.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>The rule holds when the field has one of these values.</summary>
    public FieldValues? When { get; init; }

    /// <summary>The rule holds unless the field has one of these values.</summary>
    public FieldValues? Unless { get; init; }

    /// <summary>Fields that have to be given.</summary>
    public ImmutableArray<string> Require { get; init; } = [];

    /// <summary>Fields that must not be given.</summary>
    public ImmutableArray<string> Forbid { get; init; } = [];

    /// <summary>Fields that, when given, may only have these values.</summary>
    public ImmutableArray<FieldValues> Values { get; init; } = [];

    /// <summary>Of these fields, one or none may be given.</summary>
    public ImmutableArray<string> AtMostOne { get; init; } = [];

    /// <summary>Of these fields, one or more must be given.</summary>
    public ImmutableArray<string> AtLeastOne { get; init; } = [];

    /// <summary>Of these fields, exactly one must be given.</summary>
    public ImmutableArray<string> ExactlyOne { get; init; } = [];

    /// <summary>A sentence that ends the error message; null for none.</summary>
    public string? Description { get; init; }
}
