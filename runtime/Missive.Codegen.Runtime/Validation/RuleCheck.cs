using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks the rules that concern several fields of an object.</summary>
internal static class RuleCheck
{
    public static void Check(ArgumentWalker walker, in ObjectBinding fields)
    {
        foreach (var rule in fields.Table.Rules)
        {
            // What a wrong value implies is not known.
            if (!rule.Holds(fields) || IsWrong(walker, rule.When, fields) || IsWrong(walker, rule.Unless, fields))
            {
                continue;
            }

            CheckRequired(walker, rule, fields);
            CheckForbidden(walker, rule, fields);
            CheckValues(walker, rule, fields);
            CheckGroup(walker, rule, rule.AtMostOne, fields, least: 0, most: 1);
            CheckGroup(walker, rule, rule.AtLeastOne, fields, least: 1, most: int.MaxValue);
            CheckGroup(walker, rule, rule.ExactlyOne, fields, least: 1, most: 1);
        }
    }

    private static bool IsWrong(ArgumentWalker walker, int position, in ObjectBinding fields)
        => position >= 0 && walker.HasProblems && walker.Problems.Contains(walker.Path.Of(fields.Table.Fields[position].Name));

    private static void CheckRequired(ArgumentWalker walker, CompiledRule rule, in ObjectBinding fields)
    {
        foreach (var position in rule.Require)
        {
            if (fields.IsGiven(position))
            {
                continue;
            }

            var field = fields.Table.Fields[position];
            var path = walker.Path.Of(field.Name);
            if (!walker.Problems.Contains(ToolValidationCodes.Missing, path) && !walker.Problems.Contains(ToolValidationCodes.Requires, path))
            {
                walker.Problems.Add(
                    ToolValidationCodes.Requires,
                    path,
                    TypeText.Of(field.Type),
                    "nothing",
                    $"{path} is missing: it is needed{Condition(rule, fields)}. Expected {ArgumentWalker.Describe(field)}{Reason(rule)}");
            }
        }
    }

    private static void CheckForbidden(ArgumentWalker walker, CompiledRule rule, in ObjectBinding fields)
    {
        foreach (var position in rule.Forbid)
        {
            if (fields.IsGiven(position))
            {
                var path = walker.Path.Of(fields.Table.Fields[position].Name);
                walker.Problems.Add(
                    ToolValidationCodes.Conflict,
                    path,
                    "nothing",
                    Excerpt.Of(fields[position]),
                    $"{path} is not allowed{Condition(rule, fields)}. Leave it out.{Reason(rule)}");
            }
        }
    }

    private static void CheckValues(ArgumentWalker walker, CompiledRule rule, in ObjectBinding fields)
    {
        for (var i = 0; i < rule.Values.Length; i++)
        {
            var position = rule.Values[i];
            if (!fields.IsGiven(position) || Allows(rule.Rule.Values[i], fields[position]) || IsWrong(walker, position, fields))
            {
                continue;
            }

            walker.Path.Push(fields.Table.Fields[position].Name);
            ValueCheck.AddNotAllowed(
                walker, rule.Rule.Values[i].Values, fields[position], $"These are allowed{Condition(rule, fields)}.{Reason(rule)}");
            walker.Path.Pop();
        }
    }

    private static bool Allows(FieldValues values, JsonElement value)
    {
        foreach (var allowed in values.Values)
        {
            if (ScalarText.Equals(value, allowed))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckGroup(ArgumentWalker walker, CompiledRule rule, int[] group, in ObjectBinding fields, int least, int most)
    {
        if (group.Length == 0)
        {
            return;
        }

        var given = 0;
        foreach (var position in group)
        {
            given += fields.IsGiven(position) ? 1 : 0;
        }

        if (given >= least && given <= most)
        {
            return;
        }

        var path = walker.PathText;
        var names = Names(group, fields, onlyGiven: false);
        if (given < least)
        {
            var expected = $"{(most == 1 ? "exactly" : "at least")} one of {names}";
            walker.Problems.Add(
                ToolValidationCodes.Requires, path, expected, "none of them", $"{ProblemList.NameOf(path)}: {expected} has to be given.{Reason(rule)}");
        }
        else
        {
            var expected = $"{(least == 1 ? "exactly" : "at most")} one of {names}";
            var got = Names(group, fields, onlyGiven: true);
            walker.Problems.Add(
                ToolValidationCodes.Conflict, path, expected, got, $"{ProblemList.NameOf(path)}: {expected} may be given, got {got}. Leave out all but one.{Reason(rule)}");
        }
    }

    // " with add_users", " when kind is email", " unless type is new_comment"
    private static string Condition(CompiledRule rule, in ObjectBinding fields)
    {
        var with = rule.With.Length == 0 ? "" : $" with {Names(rule.With, fields, onlyGiven: true)}";
        var when = rule.Rule.When is { } condition ? $" when {condition.Field} is {string.Join(" or ", condition.Values)}" : "";
        var unless = rule.Rule.Unless is { } exception ? $" unless {exception.Field} is {string.Join(" or ", exception.Values)}" : "";
        return with + when + unless;
    }

    private static string Names(int[] positions, in ObjectBinding fields, bool onlyGiven)
    {
        var names = new List<string>(positions.Length);
        foreach (var position in positions)
        {
            if (!onlyGiven || fields.IsGiven(position))
            {
                names.Add(fields.Table.Fields[position].Name);
            }
        }

        return string.Join(", ", names);
    }

    private static string Reason(CompiledRule rule) => rule.Rule.Description is { } description ? " " + description : "";
}
