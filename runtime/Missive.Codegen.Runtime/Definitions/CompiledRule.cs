using System.Collections.Immutable;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>A rule with its fields as positions, so that checking it needs no look-up by name.</summary>
internal sealed class CompiledRule
{
    public CompiledRule(ObjectRule rule, ImmutableArray<FieldDefinition> fields)
    {
        Rule = rule;
        With = Positions(rule.With, fields);
        When = rule.When is { } when ? Position(when.Field, fields) : -1;
        Unless = rule.Unless is { } unless ? Position(unless.Field, fields) : -1;
        Require = Positions(rule.Require, fields);
        Forbid = Positions(rule.Forbid, fields);
        Values = Positions([.. rule.Values.Select(static values => values.Field)], fields);
        AtMostOne = Positions(rule.AtMostOne, fields);
        AtLeastOne = Positions(rule.AtLeastOne, fields);
        ExactlyOne = Positions(rule.ExactlyOne, fields);
    }

    public ObjectRule Rule { get; }

    public int[] With { get; }

    /// <summary>The position of the condition's field, or -1 when the rule has no such condition.</summary>
    public int When { get; }

    /// <summary>As <see cref="When"/>.</summary>
    public int Unless { get; }

    public int[] Require { get; }

    public int[] Forbid { get; }

    public int[] Values { get; }

    public int[] AtMostOne { get; }

    public int[] AtLeastOne { get; }

    public int[] ExactlyOne { get; }

    /// <summary>Whether the rule's conditions are met.</summary>
    public bool Holds(in ObjectBinding values)
        => (With.Length == 0 || values.IsAnyGiven(With))
        && (When < 0 || Matches(Rule.When!, values[When]))
        && (Unless < 0 || !Matches(Rule.Unless!, values[Unless]));

    private static bool Matches(FieldValues condition, JsonElement value)
    {
        foreach (var allowed in condition.Values)
        {
            if (ScalarText.Equals(value, allowed))
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Positions(ImmutableArray<string> names, ImmutableArray<FieldDefinition> fields)
    {
        var positions = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            positions[i] = Position(names[i], fields);
        }

        return positions;
    }

    private static int Position(string name, ImmutableArray<FieldDefinition> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (string.Equals(fields[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"A rule names the field '{name}', which its type does not have.");
    }
}
