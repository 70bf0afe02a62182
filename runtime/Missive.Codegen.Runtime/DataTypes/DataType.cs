namespace Missive.Codegen.Runtime;

/// <summary>What a value may be. Types are immutable and may be shared.</summary>
public abstract class DataType
{
    private protected DataType(string name) => Name = name;

    /// <summary>The type's name: a word such as <c>string</c> or <c>array</c>, or the name of an object type or enum.</summary>
    public string Name { get; }

    /// <summary>Text.</summary>
    /// <param name="minLength">The least number of characters; null for no limit.</param>
    /// <param name="maxLength">The greatest number of characters; null for no limit.</param>
    /// <param name="format">What the text holds, such as <c>email</c>; documentation, never a check.</param>
    /// <returns>The type.</returns>
    public static StringType String(int? minLength = null, int? maxLength = null, string? format = null) => new(minLength, maxLength, format);

    /// <summary>A whole number.</summary>
    /// <param name="min">The least value, included; null for no limit.</param>
    /// <param name="max">The greatest value, included; null for no limit.</param>
    /// <param name="unit">The number's unit, such as <c>seconds</c>; documentation.</param>
    /// <returns>The type.</returns>
    public static IntegerType Integer(long? min = null, long? max = null, string? unit = null) => new(min, max, unit);

    /// <summary>A number.</summary>
    /// <param name="min">The least value, included; null for no limit.</param>
    /// <param name="max">The greatest value, included; null for no limit.</param>
    /// <param name="unit">The number's unit, such as <c>seconds</c>; documentation.</param>
    /// <returns>The type.</returns>
    public static NumberType Number(double? min = null, double? max = null, string? unit = null) => new(min, max, unit);

    /// <summary>True or false.</summary>
    /// <returns>The type.</returns>
    public static BooleanType Boolean() => BooleanType.Instance;

    /// <summary>A moment: Unix seconds or ISO 8601 text; sent as Unix seconds.</summary>
    /// <param name="dateOnly">What a date without a time means.</param>
    /// <param name="timeZoneFrom">The sibling field whose time zone counts for texts without one; null for none.</param>
    /// <returns>The type.</returns>
    public static TimestampType Timestamp(DateOnlyRule dateOnly = DateOnlyRule.StartOfDay, string? timeZoneFrom = null) => new(dateOnly, timeZoneFrom);

    /// <summary>One of some texts.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="values">The texts.</param>
    /// <returns>The type.</returns>
    public static EnumType Enum(string name, params ReadOnlySpan<string> values) => new(name, values);

    /// <summary>Any JSON object.</summary>
    /// <returns>The type.</returns>
    public static AnyObjectType Object() => AnyObjectType.Instance;

    /// <summary>Any JSON value.</summary>
    /// <returns>The type.</returns>
    public static AnyType Any() => AnyType.Instance;

    /// <summary>A list.</summary>
    /// <param name="items">The type of its items.</param>
    /// <param name="minItems">The least number of items; null for no limit.</param>
    /// <param name="maxItems">The greatest number of items; null for no limit.</param>
    /// <returns>The type.</returns>
    public static ArrayType Array(DataType items, int? minItems = null, int? maxItems = null) => new(items, minItems, maxItems);

    /// <summary>An object with free keys whose values are all of one type.</summary>
    /// <param name="values">The type of its values.</param>
    /// <returns>The type.</returns>
    public static MapType Map(DataType values) => new(values);

    /// <summary>The type's name.</summary>
    public override string ToString() => Name;
}
