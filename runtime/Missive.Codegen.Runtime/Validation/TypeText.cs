using System.Globalization;

namespace Missive.Codegen.Runtime;

/// <summary>Says in words what a type expects.</summary>
internal static class TypeText
{
    public static string Of(DataType type) => type switch
    {
        StringType text => "string" + Range(text.MinLength, text.MaxLength, " characters"),
        IntegerType number => "integer" + Range(number.Min, number.Max, Unit(number.Unit)),
        NumberType number => "number" + Range(number.Min, number.Max, Unit(number.Unit)),
        BooleanType => "boolean (true or false)",
        TimestampType => "timestamp (Unix seconds, or ISO 8601 text such as 2026-05-01 or 2026-05-01T09:30:00Z)",
        EnumType known => $"one of {string.Join(", ", known.Values)}",
        ArrayType list => $"array of {list.Items.Name}",
        MapType map => $"object with values of type {map.Values.Name}",
        ObjectType or AnyObjectType => "object",
        _ => "any value",
    };

    public static string Items(ArrayType list) => "array" + Range(list.MinItems, list.MaxItems, " items");

    private static string Unit(string? unit) => unit is null ? "" : " " + unit;

    private static string Range<T>(T? min, T? max, string unit)
        where T : struct, IFormattable
        => (min, max) switch
        {
            (null, null) => "",
            (null, { } most) => $" of at most {Text(most)}{unit}",
            ({ } least, null) => $" of at least {Text(least)}{unit}",
            ({ } least, { } most) => $" from {Text(least)} to {Text(most)}{unit}",
        };

    private static string Text<T>(T value)
        where T : IFormattable
        => value.ToString(null, CultureInfo.InvariantCulture);
}
