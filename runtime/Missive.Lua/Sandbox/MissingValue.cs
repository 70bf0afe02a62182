namespace Missive.Lua;

/// <summary>What to say of a field or an item that was used and is nil.</summary>
internal static class MissingValue
{
    private const string Show = "print(table) shows what a table holds.";

    /// <summary>Explains the use of something that is nil.</summary>
    /// <param name="last">What the last call was answered; null before the first one.</param>
    /// <param name="field">The field's name; null for an item of a list, or when it is not known.</param>
    public static string Explain(LastAnswer? last, string? field)
    {
        var missing = field is null ? "" : $"There is no field {field}, or it is null. ";
        var question = field is not null && last?.FindNear(field) is { } near ? $"Did you mean {near}? " : "";
        return last?.Sentence is { } sentence ? $"{missing}{question}{sentence}; {Show}" : $"{missing}{question}{Show}";
    }
}
