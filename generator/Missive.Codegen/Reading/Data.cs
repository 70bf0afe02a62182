using Missive.Codegen.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>Makes <see cref="DataValue"/>s.</summary>
internal static class Data
{
    /// <summary>A map of the entries that have a value.</summary>
    public static DataMap Map(params (string Name, DataValue? Value)[] entries)
    {
        var present = new List<DataEntry>(entries.Length);
        foreach (var (name, value) in entries)
        {
            if (value is not null)
            {
                present.Add(new(name, value));
            }
        }

        return new(present.ToEquatableArray());
    }

    public static DataList List(params DataValue[] items) => new(items.ToEquatableArray());

    public static DataList Texts(IEnumerable<string> texts) => new(texts.Select(t => (DataValue)DataScalar.Of(t)).ToEquatableArray());

    /// <summary>A scalar as JSON would have it.</summary>
    public static DataScalar FromScalar(Scalar scalar) => KindOf(scalar) switch
    {
        "null" => DataScalar.Null,
        "boolean" => DataScalar.Of(scalar.Value is "true" or "True" or "TRUE"),
        var kind => new(kind, scalar.Value),
    };

    /// <summary>The kind in the words of JSON, by the core schema of YAML 1.2: only a plain <c>true</c>, number or <c>null</c> is not a text.</summary>
    public static string KindOf(Scalar scalar) => scalar.Style != ScalarStyle.Plain ? "string" : scalar.Value switch
    {
        "" or "null" or "Null" or "NULL" or "~" => "null",
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => "boolean",
        var text => NumberKind(text) ?? "string",
    };

    /// <summary>Whether JSON would read the text as a number, and of which kind.</summary>
    private static string? NumberKind(string text)
    {
        var i = text[0] == '-' ? 1 : 0;
        var digits = CountDigits(text, i);
        if (digits == 0 || (digits > 1 && text[i] == '0'))
        {
            return null;
        }

        i += digits;
        if (i == text.Length)
        {
            return "integer";
        }

        if (text[i] == '.')
        {
            digits = CountDigits(text, i + 1);
            if (digits == 0)
            {
                return null;
            }

            i += 1 + digits;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            i += i < text.Length && text[i] is '+' or '-' ? 1 : 0;
            digits = CountDigits(text, i);
            i += digits;
            if (digits == 0)
            {
                return null;
            }
        }

        return i == text.Length ? "number" : null;
    }

    private static int CountDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - start;
    }
}
