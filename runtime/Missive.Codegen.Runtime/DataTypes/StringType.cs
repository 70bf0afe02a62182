namespace Missive.Codegen.Runtime;

/// <summary>Text. Made by <see cref="DataType.String"/>.</summary>
public sealed class StringType : DataType
{
    internal StringType(int? minLength, int? maxLength, string? format)
        : base("string")
    {
        MinLength = minLength;
        MaxLength = maxLength;
        Format = format;
    }

    /// <summary>The least number of characters (Unicode code points); null for no limit.</summary>
    public int? MinLength { get; }

    /// <summary>The greatest number of characters (Unicode code points); null for no limit.</summary>
    public int? MaxLength { get; }

    /// <summary>What the text holds, such as <c>email</c>; documentation, never a check. Null when nothing is said.</summary>
    public string? Format { get; }
}
