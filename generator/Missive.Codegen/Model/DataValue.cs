using System.Globalization;

namespace Missive.Codegen.Model;

/// <summary>A JSON value written in the manifest, such as an example's arguments. Compares by value.</summary>
public abstract record DataValue
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The kind in the words of JSON: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>null</c>, <c>array</c> or <c>object</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text, number, truth value or null.</summary>
/// <param name="Kind">The kind in the words of JSON.</param>
/// <param name="Text">Its text as JSON would write it, without the quotes of a string.</param>
public sealed record DataScalar(string Kind, string Text) : DataValue
{
    /// <inheritdoc/>
    public override string Kind { get; } = Kind;

    /// <summary>A string.</summary>
    public static DataScalar Of(string text) => new("string", text);

    /// <summary>An integer.</summary>
    public static DataScalar Of(long number) => new("integer", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A truth value.</summary>
    public static DataScalar Of(bool value) => new("boolean", value ? "true" : "false");

    /// <summary>Null.</summary>
    public static DataScalar Null { get; } = new("null", "null");
}

/// <summary>An array.</summary>
/// <param name="Items">The items in order.</param>
public sealed record DataList(EquatableArray<DataValue> Items) : DataValue
{
    /// <inheritdoc/>
    public override string Kind => "array";
}

/// <summary>An object; keeps the order of its entries.</summary>
/// <param name="Entries">The entries in the order they were written.</param>
public sealed record DataMap(EquatableArray<DataEntry> Entries) : DataValue
{
    /// <inheritdoc/>
    public override string Kind => "object";

    /// <summary>The value under <paramref name="name"/>, or null when there is none.</summary>
    public DataValue? this[string name]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Name, name, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>One entry of a <see cref="DataMap"/>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What stands under it.</param>
public sealed record DataEntry(string Name, DataValue Value)
{
    /// <summary>Where the key stands.</summary>
    public SourceSpan Span { get; init; }
}
